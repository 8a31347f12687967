/** `npm run dev`: serves the site while you write, with the diagnostics of a build. */
import './environment/without-reports.ts';
import { dev } from 'astro';

await dev({ server: { port: Number(process.env.PORT ?? 4321) } });
