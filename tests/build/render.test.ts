import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { renderDiagrams } from '../../src/diagrams/render.ts';
import type { RenderResult } from '../../src/diagrams/render.ts';
import { cleanSvg } from '../../src/diagrams/clean-svg.ts';
import { flowchart } from '../../src/output/flowchart.ts';
import { fixtures, treeOf } from '../unit/diagrams/trees.ts';

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const options = { executablePath, fontFamily: 'serif' };
const css = readFileSync(new URL('../../src/styles/diagram.css', import.meta.url), 'utf8');
const tokens =
  ':root{--bg:#fff;--text:#000;--text-soft:#444;--border:#ccc;--accent:#820;--surface:#eee;--duty:#900;--terms:#650;--risk:#508;--clear:#063}';

const others = {
  sequence:
    'sequenceDiagram\naccTitle: Passing\naccDescr: Words\nTeacher->>Student: Text with #35;1 & #quot;characters#quot;\nNote over Teacher,Student: A note\n',
  state: 'stateDiagram-v2\n[*] --> Draft\nDraft --> Published: after review\n',
  timeline:
    'timeline\ntitle Licences\naccTitle: Licences #amp; years\naccDescr {\n  Two\n  lines.\n}\nsection Texts\n2007 : AGPL-3.0\n2022 : RAIL : OpenRAIL\n',
  class: 'classDiagram\nWork <|-- Software\nclass Work { +String title }\n',
  er: 'erDiagram\nTEACHER ||--o{ OUTPUT : gives\n',
  flowchart:
    'flowchart LR\nsubgraph one [Teacher side]\nA[Weights] -. soft labels .-> B([Logits])\nend\nB --> C[(Corpus)]\nclick A href "kb:extraction.definition"\nclick B href "javascript:alert(1)"\nclick C href "https://evil.example"\nstyle A fill:#333;\n',
};

let browser: Browser;
let page: Page;
/** The console messages of the page, and its requests. */
const messages: string[] = [];
let drawn: Map<string, RenderResult>;
const jobs = [
  ...[...fixtures].map(([name, tree]) => ({ name, source: flowchart(treeOf(tree)) })),
  ...Object.entries(others).map(([name, source]) => ({ name, source })),
  { name: 'sideways', source: 'flowchart LR\none[A] --> two[B] --> end_[C]\nlate[D] --> end_\n' },
  { name: 'broken', source: 'flowchart TB\n%% a remark\nA --> B\nA B C\n' },
  { name: 'pie', source: 'pie\n"a" : 1\n' },
];

before(async () => {
  [drawn, browser] = await Promise.all([renderDiagrams(jobs, options), chromium.launch({ executablePath })]);
  page = await browser.newPage({ viewport: { width: 390, height: 800 } });
  page.on('console', (message) => messages.push(message.text()));
  page.on('request', (request) => request.url().startsWith('http') && messages.push(request.url()));
});
after(() => browser.close());

function drawing(name: string) {
  const result = drawn.get(name)!;
  assert.ok('svg' in result, JSON.stringify(result));
  return result;
}

const cleaned = (name: string): string => cleanSvg(drawing(name).svg, name).svg;

/** Shows a cleaned drawing as the site does, under its content security policy. */
async function show(name: string): Promise<void> {
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-site'">`;
  // The policy of a document stays for its next content.
  await page.goto('about:blank');
  await page.setContent(
    `<!doctype html><head>${policy}<style nonce="site">body{font-family:serif;--diagram-font:serif}${tokens}${css}</style></head><div class="diagram-frame">${cleaned(name)}</div>`,
  );
}

for (const [name, tree] of fixtures) {
  test(`The drawing of the tree "${name}" has its nodes, its answers and their labels, and no others`, async () => {
    await show(name);
    const found = await page.evaluate(() => {
      const rows = (text: Element) => [...text.querySelectorAll(':scope > tspan')].map((row) => row.textContent).join('');
      return {
        nodes: [...document.querySelectorAll<SVGGElement>('[data-node]')].map((node) => [
          node.dataset['node'],
          node.closest('a')?.getAttribute('href'),
          node.getAttribute('class'),
          rows(node.querySelector('text')!),
        ]),
        edges: [...document.querySelectorAll<SVGPathElement>('[data-edge]')].map((edge) => [
          edge.dataset['edge'],
          edge.classList.contains('assumed'),
        ]),
        words: [...document.querySelectorAll<SVGTextElement>('[data-label]')].map((text) => [text.dataset['label'], rows(text)]),
      };
    });
    const plain = (text: string) => text.replace(/[\s\u202e]/g, '');
    const questions = Object.entries(tree.questions);
    const answers = questions.flatMap(([id, { assumed, answers: given }]) =>
      Object.entries(given).map(([answer, { label }]) => ({ id: `${id}.${answer}`, label, isAssumed: answer === assumed })),
    );
    assert.deepEqual(
      found.nodes.map(([id, href, kind, text]) => [id, href, kind, plain(text!)]).sort(),
      [
        ...questions.map(([id, { ask }]) => [id, `#${id}`, 'node question', plain(ask)]),
        ...Object.entries(tree.outcomes).map(([id, { verdict, level }]) => [id, `#${id}`, `node ${level} outcome`, plain(verdict)]),
      ].sort(),
    );
    assert.deepEqual(found.edges.sort(), answers.map(({ id, isAssumed }) => [id, isAssumed]).sort());
    assert.deepEqual(found.words.map(([id, text]) => [id, plain(text!)]).sort(), answers.map(({ id, label }) => [id, plain(label)]).sort());
  });

  test(`Every edge of the tree "${name}" passes through its label`, async () => {
    await show(name);
    const apart = await page.evaluate(() =>
      [...document.querySelectorAll<SVGTextElement>('[data-label]')].flatMap((words) => {
        const edge = words.dataset['label'];
        const { left, right, top, bottom } = words.getBoundingClientRect();
        const path = document.querySelector<SVGPathElement>(`[data-edge="${edge}"]`)!;
        const points = Array.from({ length: Math.ceil(path.getTotalLength() / 8) }, (_, step) =>
          path.getPointAtLength(8 * step).matrixTransform(path.getScreenCTM()!),
        );
        return points.some(({ x, y }) => x > left && x < right && y > top && y < bottom) ? [] : [edge];
      }),
    );
    assert.deepEqual(apart, []);
  });

  test(`The text of the tree "${name}" is inside its shapes, does not overlap, and has at least 12 px`, async () => {
    await show(name);
    const found = await page.evaluate(() => {
      const inside = (inner: DOMRect, outer: DOMRect) =>
        inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
      const apart = (one: DOMRect, other: DOMRect) =>
        one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
      const frame = document.querySelector('svg')!.getBoundingClientRect();
      const shapes = [...document.querySelectorAll('[data-node] .shape')].map((shape) => shape.getBoundingClientRect());
      const words = [...document.querySelectorAll('[data-label]')];
      return [
        ...[...document.querySelectorAll('[data-node]')].filter(
          (node) => !inside(node.querySelector('text')!.getBoundingClientRect(), node.querySelector('.shape')!.getBoundingClientRect()),
        ),
        ...[...document.querySelectorAll('text, .shape')].filter((element) => !inside(element.getBoundingClientRect(), frame)),
        ...[...document.querySelectorAll('text')].filter((text) => parseFloat(getComputedStyle(text).fontSize) < 12),
        ...words.filter((text) => shapes.some((shape) => !apart(text.getBoundingClientRect(), shape))),
        ...words.filter((text) => words.some((other) => other !== text && !apart(text.getBoundingClientRect(), other.getBoundingClientRect()))),
      ].map((element) => element.outerHTML);
    });
    assert.deepEqual(found, []);
  });
}

test('A drawing follows the content security policy, makes no request, and runs no hostile label', async () => {
  for (const name of ['hostile-labels', 'sequence', 'flowchart']) {
    messages.length = 0;
    await show(name);
    assert.deepEqual(messages, []);
    assert.equal(await page.locator('script, [onclick], img, b').count(), 0);
  }
});

test('A drawing keeps its size: on a phone its frame scrolls', async () => {
  await show('small');
  const [width, natural] = await page.evaluate(() => {
    const svg = document.querySelector('svg')!;
    return [svg.getBoundingClientRect().width, svg.viewBox.baseVal.width];
  });
  assert.equal(width, natural);
  assert.ok(await page.evaluate(() => document.querySelector('.diagram-frame')!.scrollWidth > 390 && document.documentElement.scrollWidth <= 390));
});

test('The five kinds of node differ in shape', () => {
  const outline = (kind: string) => new RegExp(`class="node ${kind}[^>]*><(\\w+)([^>]*)`).exec(cleaned('small'))!;
  const corners = (kind: string) =>
    `${outline(kind)[1]} ${
      outline(kind)[2]!
        .match(/[a-z](?=[-\d. ])|z/gi)
        ?.join('') ?? ''
    } ${/ rx="(\d+)/.exec(outline(kind)[2]!)?.[1]}`;
  assert.equal(new Set(['question', 'duty', 'terms', 'risk', 'clear'].map(corners)).size, 5);
});

test('The first column of a flowchart from left to right has every node without a predecessor', () => {
  const at = (node: string) => Number(new RegExp(`data-node="${node}"><path d="M([\\d.]+)`).exec(cleaned('sideways'))![1]);
  assert.equal(at('late'), at('one'));
  assert.ok(at('one') < at('two') && at('two') < at('end_'));
});

test('The same source gives the same bytes again, alone or among others', async () => {
  const again = await renderDiagrams([{ name: 'again', source: flowchart(treeOf(fixtures.get('small')!)) }], options);
  assert.deepEqual(again.get('again'), drawn.get('small'));
});

test('A syntax error is returned with its line, and the other sources are rendered', () => {
  assert.deepEqual(drawn.get('broken'), {
    error: "Expecting 'SEMI', 'NEWLINE', 'EOF', 'AMP', 'START_LINK' or one of 2 more, got 'NODE_STRING'",
    line: 4,
  });
  assert.equal([...drawn.values()].filter((result) => 'svg' in result).length, jobs.length - 2);
});

test('A type that needs colours is rejected', () => {
  assert.match((drawn.get('pie') as { error: string }).error, /^A diagram of type "pie" cannot be drawn here/);
});

test('Other diagrams keep their text, with entities decoded', () => {
  for (const [name, words] of Object.entries({
    sequence: ['Teacher', 'Student', 'Text with #1 &amp; &quot;characters&quot;', 'A note'],
    state: ['Draft', 'Published', 'after review'],
    timeline: ['Licences', 'Texts', '2007', 'AGPL-3.0', 'OpenRAIL'],
    class: ['Work', 'Software', '+String title'],
    er: ['TEACHER', 'OUTPUT', 'gives'],
    flowchart: ['Teacher side', 'Weights', 'soft labels', 'Logits', 'Corpus'],
  })) {
    for (const word of words) assert.ok(cleaned(name).includes(`>${word}<`), `${name}: ${word}\n${cleaned(name)}`);
  }
});

test('A link to an address stays for the site to resolve, and every other scheme is removed', () => {
  assert.deepEqual(cleaned('flowchart').match(/href="[^"]*"/g), ['href="kb:extraction.definition"']);
});

test('A drawing without links is named by its title and description', () => {
  assert.match(cleaned('sequence'), /aria-labelledby="sequence-title sequence-desc"[^>]*role="img"/);
});

test('The title and the description are returned on one line, their entities decoded, also of a timeline', () => {
  const { title, summary } = fixtures.get('small')!;
  assert.deepEqual([drawing('small').title, drawing('small').description], [title, summary]);
  assert.deepEqual([drawing('timeline').title, drawing('timeline').description], ['Licences & years', 'Two lines.']);
  assert.deepEqual([drawing('er').title, drawing('er').description], ['', '']);
});

test('The nodes are returned in the order of the source, with the centres that they have on the page', async () => {
  const { nodes } = drawing('small');
  assert.deepEqual(
    nodes.map(({ id }) => id),
    treeOf(fixtures.get('small')!).nodes.map(({ id }) => id),
  );
  await show('small');
  const centres = await page.evaluate(() => {
    const svg = document.querySelector('svg')!.getBoundingClientRect();
    return [...document.querySelectorAll('[data-node] .shape')].map((shape) => {
      const { left, top, width, height } = shape.getBoundingClientRect();
      return [left + width / 2 - svg.left, top + height / 2 - svg.top];
    });
  });
  for (const [at, [x, y]] of centres.entries())
    assert.ok(Math.abs(nodes[at]!.x - x!) < 2 && Math.abs(nodes[at]!.y - y!) < 2, `${nodes[at]!.id} at ${x}, ${y}`);
});

test('An empty list of jobs starts no browser', async () => {
  assert.equal((await renderDiagrams([], { ...options, executablePath: '/nowhere' })).size, 0);
});
