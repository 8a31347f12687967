/** `npm start`: build the site, then serve it. Exit code 1 when there is nothing new to serve. */
import { existsSync } from 'node:fs';
import { build } from './build.ts';
import { readHost, readPort } from './lib/listen.ts';
import { serveOutput } from './serve.ts';

try {
  readHost(process.env.HOST);
  readPort(process.env.PORT); // A bad port is better said before the build than after it.
  if (await build()) await serveOutput();
  else failed();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  failed();
}

function failed(): void {
  const out = process.env.OUT_DIR || 'dist';
  if (existsSync(out)) console.error(`Nothing is served. The last good output is still in ${out}.`);
  process.exitCode = 1;
}
