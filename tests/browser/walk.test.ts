import { expect, test } from 'playwright/test';

interface Node {
  ask?: string;
  answers: Map<string, string>;
}

test('Drawing, list and walk of every tree agree, node by node and edge by edge.', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('./decide/');
  const trees = await page.locator('.entries dt a').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(trees.length).toBeGreaterThan(5);
  for (const tree of trees) {
    await page.goto(tree);
    const told = await page.evaluate(() => {
      const edges = [...document.querySelectorAll<HTMLElement>('.tree-list [data-edge]')].map(
        (item) => `${item.dataset.edge} ${item.querySelector('a')!.hash}`,
      );
      const listed = [...document.querySelectorAll('.tree-list h3[id]')].map(({ id }) => id);
      const drawn = [...document.querySelectorAll<SVGElement>('.diagram [data-node]')].map(({ dataset }) => dataset.node!);
      const lines = [...document.querySelectorAll<SVGElement>('.diagram [data-edge]')].map(({ dataset }) => dataset.edge!);
      const questions: [string, string][] = [...document.querySelectorAll('.tree-list > ol > li')].map((item) => [
        item.querySelector('h3')!.id,
        item.querySelector('h3')!.textContent!.trim(),
      ]);
      return { edges, listed, drawn, lines, questions };
    });
    expect([...told.drawn].sort()).toEqual([...told.listed].sort());
    expect([...told.lines].sort()).toEqual(told.edges.map((edge) => edge.split(' ')[0]!).sort());

    const nodes = new Map<string, Node>(told.questions.map(([id, ask]) => [id, { ask, answers: new Map() }]));
    for (const edge of told.edges) {
      const [from, to] = edge.split(' ') as [string, string];
      const [question, answer] = from.split('.') as [string, string];
      nodes.get(question)!.answers.set(answer, to.slice(1));
    }
    // Walk each question once, along the first path that reaches it.
    const path = new Map<string, string>([[told.questions[0]![0], '']]);
    for (const [id, { answers, ask }] of nodes) {
      const here = path.get(id);
      expect(here, id).not.toBeUndefined();
      if (here) {
        await page.goto(`${tree}${here}`);
        await expect(page.locator('h1')).toHaveText(ask!);
      }
      const offered = await page
        .locator(here ? '.choices a' : 'p.walk a.button')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname.split('/').at(-2)!));
      expect(offered).toEqual([...answers.keys()]);
      for (const [answer, to] of answers) if (!path.has(to)) path.set(to, `${here}${answer}/`);
      if (!here) continue;
      await expect(page.locator('.trail li')).toHaveCount(here.split('/').length - 1);
    }
  }
});

test('The article’s conclusion, and each change of one of its assumptions, leads to an outcome of its own.', async ({ page }) => {
  const walks: [string, RegExp][] = [
    ['yes/yes/output-only/no/no/no/', /terms/i],
    ['no/', /licence/i],
    ['yes/no/', /licence/i],
    ['yes/yes/weights/', /copies|others/i],
    ['yes/yes/output-only/yes/', /contain|give it back/i],
    ['yes/yes/output-only/no/yes/', /contain|give it back/i],
    ['yes/yes/output-only/no/no/yes/', /contain|give it back/i],
  ];
  for (const [walk, heading] of walks) {
    const answer = await page.goto(`./decide/reach/${walk}`);
    expect(answer!.status(), walk).toBe(200);
    await expect(page.locator('h1'), walk).toHaveText(heading);
  }
});
