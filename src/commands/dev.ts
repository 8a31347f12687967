/** `npm run dev`: the site as one writes, with the same messages as a build. */
import './lib/without-reports.ts';
import { dev } from 'astro';

await dev({ server: { port: Number(process.env.PORT ?? 4321) } });
