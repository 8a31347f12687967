import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { report } from '../../src/checks/report.ts';
import { checkSource } from '../../src/checks/check-source.ts';
import { renderMissing, staleDiagrams } from '../../src/output/render-diagrams.ts';

for (const name of (await readdir('examples', { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)) {
  const folder = join('examples', name);

  test(`The example “${name}” passes the check, and its diagrams are drawn.`, async () => {
    const { site, diagnostics } = await checkSource(folder);
    assert.equal(report(diagnostics, ''), '');
    assert.deepEqual((await renderMissing(site!, folder, async () => undefined)).diagnostics, []);
    assert.deepEqual(await staleDiagrams(site!, folder), []);
  });
}
