import assert from 'node:assert/strict';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { importMarkdown } from '../../../../src/content/import/import-markdown.ts';
import { checkSource } from '../../../../src/checks/check-source.ts';
import { runNew } from '../../../../src/commands/new.ts';

const FOREIGN: Record<string, string> = {
  'README.md':
    '# Handbook\n\nSee [setup](guides/setup.md#first-steps), [a site](https://example.org/), <https://example.org> and [nothing](gone.md).\n',
  'guides/setup.md': `---
title: "Set \`it\` up"
description: How to **begin**.
sidebar: { order: 1 }
---

## First steps

> [!NOTE]
> Mind the gap.

:::tip[Hurry]
Do it now.
:::

A note^[said here] and another[^1], ==marked==, $x^2$, H~2~O, 5 < 6, {braces}, [[wiki]], :smile: and an email <me@example.org>.

<details><summary>More</summary>

Inside.

</details>

![A picture](../img/one.png) <br> <video src="x.mp4"></video>

\`\`\`js
const a = { b: '<c>' }; // ==kept==
\`\`\`

Term
: Its meaning

| a | b |
|---|---:|
| 1 | \`x|y\` |

{{#include other.md}}

[^1]: By number.
`,
  'guides/часть вторая.mdx': `import Tabs from 'tabs';

# Что такое плод

<Tabs title="Both">

Text in a component. {1 + 1}

</Tabs>

#### Deep

See [the first part](./setup/#first-steps) and [itself](#deep).
`,
  'guides/index.md': '# Guides\n',
};

test('A folder of foreign Markdown becomes a base without errors, with a list of what was lost.', async () => {
  const { files, lost } = importMarkdown(new Map(Object.entries(FOREIGN)), { name: 'Handbook', lang: 'en', today: '2026-11-23' });
  const folder = await mkdtemp(join(tmpdir(), 'imported-'));
  try {
    for (const [file, text] of files) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), text);
    }
    const { diagnostics } = await checkSource(folder);
    assert.deepEqual(
      diagnostics.map(({ file, line, kind, message }) => `${file}:${line} ${kind} ${message}`),
      [],
    );
  } finally {
    await rm(folder, { recursive: true });
  }
  const setup = files.get('en/concepts/setup.mdx')!;
  assert.match(setup, /^title: Set it up$/m);
  assert.match(setup, /^summary: How to begin\.$/m);
  assert.match(setup, /^## First steps \[#first-steps\]$/m);
  assert.match(setup, /> \*\*Note\.\*\*/);
  assert.match(setup, /> \*\*Hurry\.\*\*/);
  assert.match(setup, /const a = \{ b: '<c>' \}; \/\/ ==kept==/);
  assert.match(files.get('en/index.mdx')!, /\[setup\]\(kb:setup\.first-steps\)/);
  const second = files.get('en/concepts/chast-vtoraia.mdx')!;
  assert.match(second, /^title: Что такое плод$/m);
  assert.match(second, /\[the first part\]\(kb:setup\.first-steps\) and \[itself\]\(#deep\)/);
  assert.ok(lost.get('guides/setup.md')!.includes('image ../img/one.png'));
  assert.ok(lost.get('guides/часть вторая.mdx')!.includes('<Tabs>'));
  assert.ok(lost.get('README.md')!.includes('link to gone.md'));
});

test('npm run new imports a folder, and refuses one that is not empty.', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    await mkdir(join(folder, 'docs'));
    await writeFile(join(folder, 'docs/one.md'), '# One\n\nText.\n');
    const { good, output } = await runNew(['import', join(folder, 'docs'), join(folder, 'base')], 'content', '2026-11-23');
    assert.ok(good, output);
    assert.match(output, /Imported 1 files? into .*npm run check finds no problems/s);
    assert.match(await readFile(join(folder, 'base/README.md'), 'utf8'), /What was lost/);
    assert.ok(!(await runNew(['import', join(folder, 'docs'), join(folder, 'base')], 'content', '2026-11-23')).good);
  } finally {
    await rm(folder, { recursive: true });
  }
});

const INDENTED = `# Boxes

!!! note "A title"

    Text in a box.

    === "First tab"

        \`\`\` sh
        !!! kept
        \`\`\`

    === "Second tab"

        Other text.

??? question

    - An item

        !!! tip ""

            Nested text.

Press ++ctrl+alt+"k"++ { .annotate }, see [this](https://example.org){ .md-button } and :material-check-all:.

:   !!! warning

        In a definition.

--8<-- "part.md"

*[HTML]: Hyper Text

!!! not a box because of the dot.
`;

test('Boxes, tabs, keys and attributes of Python-Markdown are replaced; what is lost is listed.', async () => {
  const { files, lost } = importMarkdown(new Map([['boxes.md', INDENTED]]), { name: 'Boxes', lang: 'en', today: '2026-11-29' });
  const text = files.get('en/concepts/boxes.mdx')!;
  for (const part of [
    '> **A title.**\n>\n> Text in a box.\n>\n> **First tab**\n>\n> ```sh\n> !!! kept\n> ```\n>\n> **Second tab**\n>\n> Other text.',
    '> **Question.**\n>\n> - An item\n>\n>   > Nested text.',
    'Press <kbd>ctrl</kbd>+<kbd>alt</kbd>+<kbd>k</kbd> , see',
    '- > **Warning.**\n  >\n  > In a definition.',
    '\\!!! not a box because of the dot.',
  ])
    assert.ok(text.includes(part), `${part}\n---\n${text}`);
  assert.deepEqual(lost.get('boxes.md'), [
    'included file --8<-- "part.md"',
    'abbreviation *[HTML]: Hyper Text',
    'attributes { .annotate }',
    'attributes { .md-button }',
    'icon :material-check-all:',
  ]);
  const folder = await mkdtemp(join(tmpdir(), 'import-'));
  try {
    for (const [file, content] of files) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), content);
    }
    assert.deepEqual((await checkSource(folder)).diagnostics, []);
  } finally {
    await rm(folder, { recursive: true });
  }
});
