/** `npm run dev`: serves the site while you write, with the diagnostics of a build. */
import './lib/without-reports.ts';
import { dev } from 'astro';

// Astro's stored entries may come from another content folder.
await dev({ force: true, server: { port: Number(process.env.PORT ?? 4321) } });
