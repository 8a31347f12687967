import { expect, test, type Page } from 'playwright/test';

/** The edges of a tree, `<question>.<answer>`, in each of its three renderings; the nodes in drawing and list. */
interface Telling {
  nodes: { drawing: string[]; list: string[]; outcomes: string[] };
  edges: { drawing: string[]; list: string[]; walk: string[] };
}

/** Read the renderings of the tree at `url`; each question is walked to once, along the first path that reaches it. */
async function tellingOf(page: Page, url: string): Promise<Telling> {
  await page.goto(url);
  const { nodes, drawing, list, heads } = await page.evaluate(() => {
    const pick = (selector: string, key: string) => [...document.querySelectorAll<HTMLElement>(selector)].map(({ dataset }) => dataset[key]!);
    const titles = [...document.querySelectorAll('.tree-list h3[id]')];
    return {
      nodes: {
        drawing: pick('.diagram [data-node]', 'node'),
        list: titles.map(({ id }) => id),
        outcomes: [...document.querySelectorAll('.outcomes h3')].map(({ id }) => id),
      },
      drawing: pick('.diagram [data-edge]', 'edge'),
      list: [...document.querySelectorAll<HTMLElement>('.tree-list [data-edge]')].map(
        (item) => `${item.dataset.edge} → ${item.querySelector('a')!.hash.slice(1)}`,
      ),
      heads: titles.map((title) => [(title.querySelector('a') ?? title).textContent!.trim(), title.id] as const),
    };
  });
  const ids = new Map(heads);
  const walk: string[] = [];
  const met = new Set([nodes.list[0]!]);
  const ahead: { id: string; path: string }[] = [{ id: nodes.list[0]!, path: url }];
  for (const { id, path } of ahead) {
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    const answers = await page
      .locator(path === url ? 'p.walk a.button' : '.choices a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const href of answers) {
      await page.goto(href, { waitUntil: 'domcontentloaded' });
      const to = ids.get((await page.locator('h1').textContent())!.trim())!;
      walk.push(`${id}.${href.split('/').at(-2)} → ${to}`);
      if (!met.has(to)) ahead.push({ id: to, path: href });
      met.add(to);
    }
  }
  return { nodes, edges: { drawing, list, walk } };
}

/** List what one rendering of a tree tells and another does not. */
function disagreements({ nodes, edges }: Telling): string[] {
  const from = (edge: string) => edge.split(' ')[0]!;
  const missing = (there: string[], here: string[]) => there.filter((one) => !here.includes(one));
  const both = (one: string[], other: string[]) => [...missing(one, other), ...missing(other, one)];
  return [...both(nodes.drawing, nodes.list), ...both([...new Set(edges.drawing)], edges.list.map(from)), ...both(edges.list, edges.walk)];
}

/** Lists the parts of a tree whose order differs between the list and another rendering. */
function disorder({ nodes, edges }: Telling): string[] {
  const questions = nodes.list.filter((id) => !nodes.outcomes.includes(id));
  const from = (id: string, all: string[]) => all.filter((edge) => edge.startsWith(`${id}.`)).join();
  return [
    ...[questions, nodes.outcomes].filter((part) => nodes.drawing.filter((id) => part.includes(id)).join() !== part.join()).map(String),
    ...questions.filter((id) => from(id, edges.walk) !== from(id, edges.list)),
    ...edges.list.filter((edge) => nodes.drawing.indexOf(edge.split('.')[0]!) > nodes.drawing.indexOf(edge.split(' → ')[1]!)),
  ];
}

test('Drawing, list and walk of every tree agree, node by node and edge by edge, and in their order.', async ({ page }) => {
  await page.goto('./decide/');
  const trees = await page.locator('.entries dt a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(trees.length).toBeGreaterThan(2);
  for (const tree of trees) {
    const telling = await tellingOf(page, tree);
    expect(telling.edges.walk.length, tree).toBeGreaterThan(3);
    expect(disagreements(telling), tree).toEqual([]);
    expect(disorder(telling), tree).toEqual([]);
  }
});

const WITHOUT: [string, string, RegExp, string[]][] = [
  ['drawing', 'decide/may-cross/', /(<(?:path|text)[^>]*) data-edge="loaded\.cargo"/g, ['loaded.cargo']],
  ['list', 'decide/may-cross/', /<li data-edge="loaded\.cargo".*?<\/li>/gs, ['loaded.cargo', 'loaded.cargo → tide']],
  ['walk', 'decide/may-cross/mine/', /<a class="button" href="[^"]*\/cargo\/">.*?<\/a>/gs, ['loaded.cargo → tide']],
];
for (const [rendering, path, edge, expected] of WITHOUT)
  test(`An edge that is lost from the ${rendering} alone is noticed.`, async ({ page }) => {
    await page.route(`**/${path}`, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      expect(html).toMatch(edge);
      await route.fulfill({ response, body: html.replace(edge, '$1') });
    });
    const noticed = disagreements(await tellingOf(page, './decide/may-cross/'));
    expect(noticed).toEqual(expected);
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  const MINE = 'Yes, it is mine';
  const WALKS: [string, string[], RegExp, string][] = [
    ['at the first answer', ['No, somebody else moves'], /^Wait for your turn/, 'terms'],
    ['in the middle', [MINE, 'Nothing, or a lamp', 'Nobody has said'], /^It is disputed/, 'risk'],
    [
      'after every question',
      [MINE, 'Cargo, of any kind', 'Ebb', 'One', 'Yes, one is free', 'Yes, it is in the box'],
      /^The ferry may cross/,
      'clear',
    ],
    [
      'by the other branch',
      [MINE, 'Nothing, or a lamp', 'The printed ones', 'Flood', 'Yes, one is free', 'No, not yet'],
      /^Pay the toll first/,
      'duty',
    ],
  ];
  for (const [name, answers, verdict, level] of WALKS)
    test(`A reader walks to an outcome ${name}.`, async ({ page }) => {
      await page.goto('./decide/may-cross/');
      for (const [at, answer] of answers.entries()) {
        await page
          .locator(at ? '.choices' : 'p.walk')
          .getByRole('link', { name: answer, exact: true })
          .click();
        await expect(page.locator(':is(.answer-history, .explanation) > ol > li')).toHaveCount(at + 1);
      }
      await expect(page.locator('h1')).toHaveText(verdict);
      await expect(page.locator('.verdict .level')).toHaveClass(`level ${level}`);
      // Each answer can be changed, and Back undoes the last one.
      await expect(page.getByRole('link', { name: /^Change: / })).toHaveCount(answers.length);
      await page.goBack();
      await expect(page.locator(':is(.choices, p.walk) a')).not.toHaveCount(0);
    });
});

for (const width of [390, 834, 1440])
  test(`At ${width} pixels a drawing begins at the first question, its letters at least twelve pixels high.`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./decide/');
    const trees = await page.locator('.entries dt a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const tree of trees) {
      await page.goto(tree);
      const first = await page.locator('.tree-list h3').first().getAttribute('id');
      const frame = (await page.locator('.diagram-frame').boundingBox())!;
      await expect
        .poll(async () => {
          const node = (await page.locator(`.diagram [data-node="${first}"]`).boundingBox())!;
          return node.x >= frame.x && node.x + node.width <= frame.x + frame.width;
        }, tree)
        .toBe(true);
      const letters = await page
        .locator('.diagram tspan')
        .evaluateAll((spans) =>
          Math.min(...spans.map((span) => parseFloat(getComputedStyle(span).fontSize) * (span as SVGTSpanElement).getScreenCTM()!.a)),
        );
      expect(letters, tree).toBeGreaterThanOrEqual(12);
    }
  });
