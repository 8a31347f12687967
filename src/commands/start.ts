/** `npm start`: builds the site and serves it. The exit code is 1 if the build fails. */
import { existsSync } from 'node:fs';
import { build } from './build.ts';
import { reasonOf } from './environment/failure.ts';
import { readHost, readPort } from './server/listen.ts';
import { serveOutput } from './serve.ts';

try {
  readHost(process.env.HOST);
  readPort(process.env.PORT); // An invalid HOST or PORT is reported before the build.
  if (await build()) await serveOutput();
  else failed();
} catch (error) {
  console.error(reasonOf(error));
  failed();
}

function failed(): void {
  const out = process.env.OUT_DIR || 'dist';
  if (existsSync(out)) console.error(`The site is not served. The old output is still in ${out}.`);
  process.exitCode = 1;
}
