import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { hashesOf, run, temporaryFolder, tomato } from './building.ts';

const folder = temporaryFolder();

test('two builds at once, of other content and for another address, do not take each other’s work', async () => {
  const content = {
    one: await tomato(join(folder, 'one')),
    two: await tomato(join(folder, 'two'), { 'en/concepts/fruit.mdx': (text) => text.replaceAll('fruit', 'FRUIT') }),
  };
  const build = async (which: keyof typeof content, out: string) => {
    const { code, output } = await run('build', { CONTENT_DIR: content[which], OUT_DIR: join(folder, out), SITE_URL: `https://${which}.example` });
    assert.equal(code, 0, output);
    return hashesOf(join(folder, out));
  };
  const alone = { one: await build('one', 'one-alone'), two: await build('two', 'two-alone') };
  const [one, two] = await Promise.all([build('one', 'one-together'), build('two', 'two-together')]);
  assert.deepEqual({ one, two }, alone);
});
