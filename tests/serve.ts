/** Serves a built site to the browser tests: `node tests/serve.ts ferry`. */
import { serve } from '../src/commands/serve.ts';
import { builtSite, SITES, type SiteName } from './sites.ts';

const name = process.argv[2] as SiteName;
await serve({ folder: await builtSite(name), port: 0, base: SITES[name].base });
