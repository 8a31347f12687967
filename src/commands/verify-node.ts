/**
 * `npm run verify:node`: downloads the archive of Node from nodejs.org, compares it with the hash in node-hashes.json and with the list that
 * nodejs.org publishes, and compares the Node in it with the one of the npm package, byte for byte. Needs the network and `tar`.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import hashes from './node-hashes.json' with { type: 'json' };

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function download(name: string): Promise<Buffer> {
  const response = await fetch(`https://nodejs.org/dist/v${hashes.version}/${name}`);
  if (!response.ok) throw new Error(`nodejs.org answers ${response.status} for ${name}.`);
  return Buffer.from(await response.arrayBuffer());
}

const platform = `${process.platform}-${process.arch}`;
const archive = `node-v${hashes.version}-${platform}.tar.gz`;
const expected = (hashes.archives as Record<string, string>)[archive];
if (!expected) throw new Error(`There is no package of Node for ${platform}.`);
const published = (await download('SHASUMS256.txt')).toString();
if (!published.includes(`${expected}  ${archive}\n`))
  throw new Error(`The hash of ${archive} in node-hashes.json is not the one that nodejs.org publishes.`);
const bytes = await download(archive);
if (sha256(bytes) !== expected) throw new Error(`The hash of ${archive} is not the one that nodejs.org publishes.`);
const folder = await mkdtemp(join(tmpdir(), 'verify-node-'));
try {
  await writeFile(join(folder, archive), bytes);
  execFileSync('tar', ['-xzf', archive, '--strip-components=1'], { cwd: folder });
  const [official, packaged] = await Promise.all([join(folder, 'bin/node'), `node_modules/node-${platform}/bin/node`].map((path) => readFile(path)));
  if (!official!.equals(packaged!)) throw new Error(`node_modules/node-${platform}/bin/node is not the Node of nodejs.org.`);
  console.log(`Node ${hashes.version} for ${platform} is the one of nodejs.org: ${sha256(packaged!)}`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
