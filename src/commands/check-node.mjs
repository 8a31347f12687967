/**
 * Runs after `npm ci`, and fails if the npm scripts would run on a Node that is too old. `engine-strict` cannot do this: it compares the Node that
 * runs npm, while the scripts run on the Node among the dependencies (docs/decisions/node-as-a-package.md). This file is JavaScript without new
 * features, so that an old Node can run it.
 */
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

/** Returns the error message for a version of Node; undefined if it is in `range`, such as `>=24.2`. */
export function refusal(version, range) {
  const [major, minor] = numbers(version);
  const [leastMajor, leastMinor] = numbers(range);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `This project needs Node ${leastMajor}.${leastMinor} or newer, and its scripts would run on ${version}. npm brings Node only on Linux with glibc (x64, arm64) and on Windows (x64). Install it from https://nodejs.org/, then run npm ci again.`;
}

const numbers = (text) => text.match(/\d+/g).map(Number);

const message = refusal(process.version, engines.node);
if (message) {
  console.error(message);
  process.exitCode = 1;
}
