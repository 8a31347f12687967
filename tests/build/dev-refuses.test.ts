/** `npm run dev` shows a page with errors, and so it must not run what `npm run check` refuses. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { root, temporaryFolder, tomato } from './building.ts';

const folder = temporaryFolder();

test('A page with code is not run by npm run dev; the other pages are shown.', { timeout: 240_000 }, async (context) => {
  const written = join(folder, 'written');
  const content = await tomato(join(folder, 'content'), {
    'en/concepts/fruit.mdx': (text) => `${text}\nexport const x = (await import('node:fs')).writeFileSync(${JSON.stringify(written)}, 'x')\n`,
    'en/concepts/vegetable.mdx': (text) => `${text}\n<div set:html="<b id='injected'>x</b>">x</div>\n`,
  });
  const env = { ...process.env, CONTENT_DIR: content, PORT: '0' };
  const child = spawn(process.execPath, ['src/commands/dev.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  context.after(() => child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const address = async (): Promise<string> => {
    for (;;) {
      const [found] = /http:\/\/localhost:\d+\//.exec(output) ?? [];
      if (found) return found;
      await setTimeout(100);
    }
  };
  const url = await address();
  for (const page of ['fruit', 'vegetable']) {
    // Until Astro has read this folder, it may show the page of the folder of the last time.
    let answer = await fetch(`${url}concepts/${page}/`);
    for (const until = Date.now() + 60_000; answer.status !== 500 && Date.now() < until; await setTimeout(500)) answer = await fetch(answer.url);
    assert.equal(answer.status, 500, page);
    assert.ok(!(await answer.text()).includes("<b id='injected'>"));
  }
  assert.equal((await fetch(`${url}concepts/ordinary-meaning/`)).status, 200);
  assert.ok(!existsSync(written), 'nothing of the page has run');
  assert.match(output, /fruit\.mdx:\d+:1 {2}code-in-page/);
});
