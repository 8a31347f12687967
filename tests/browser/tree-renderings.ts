/** The nodes and edges of a tree in its drawing, its list and its pages. */
import type { Page } from 'playwright/test';

/** The edges of a tree, `<question>.<answer>`, in each of its three renderings; the nodes in drawing and list. */
export interface Renderings {
  nodes: { drawing: string[]; list: string[]; outcomes: string[] };
  edges: { drawing: string[]; list: string[]; walk: string[] };
}

/** Reads the renderings of the tree at `url`: opens it, and fetches the page of each question once, on the first path to it, and of each answer. */
export async function renderingsOf(page: Page, url: string): Promise<Renderings> {
  await page.goto(url);
  return page.evaluate(async () => {
    const pick = (selector: string, key: string) => [...document.querySelectorAll<HTMLElement>(selector)].map(({ dataset }) => dataset[key]!);
    const titles = [...document.querySelectorAll('.tree-list h3[id]'), ...document.querySelectorAll('.outcomes h3[id]')];
    const nodes = {
      drawing: pick('.diagram [data-node]', 'node'),
      list: titles.map(({ id }) => id),
      outcomes: [...document.querySelectorAll('.outcomes h3')].map(({ id }) => id),
    };
    const drawing = pick('.diagram [data-edge]', 'edge');
    const list = [...document.querySelectorAll<HTMLElement>('.tree-list [data-edge]')].map(
      (item) => `${item.dataset.edge} → ${item.querySelector('a')!.hash.slice(1)}`,
    );
    const ids = new Map(titles.map((title) => [title.querySelector('.name')!.textContent!.trim(), title.id]));
    const read = async (path: string) => new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    const walk: string[] = [];
    const met = new Set([nodes.list[0]!]);
    const ahead = [{ id: nodes.list[0]!, html: document, answers: 'p.walk a.button' }];
    for (const { id, html, answers } of ahead) {
      for (const link of html.querySelectorAll<HTMLAnchorElement>(answers)) {
        // An outcome also leads to other trees.
        if (!link.pathname.startsWith(location.pathname)) continue;
        const next = await read(link.pathname);
        const to = ids.get(next.querySelector('h1')!.textContent!.trim())!;
        walk.push(`${id}.${link.pathname.split('/').at(-2)} → ${to}`);
        if (!met.has(to)) ahead.push({ id: to, html: next, answers: '.choices a' });
        met.add(to);
      }
    }
    return { nodes, edges: { drawing, list, walk } };
  });
}

/** Lists the nodes and edges that one rendering has and another lacks. */
export function disagreements({ nodes, edges }: Renderings): string[] {
  const from = (edge: string) => edge.split(' ')[0]!;
  const missing = (there: string[], here: string[]) => there.filter((one) => !here.includes(one));
  const both = (one: string[], other: string[]) => [...missing(one, other), ...missing(other, one)];
  return [...both(nodes.drawing, nodes.list), ...both([...new Set(edges.drawing)], edges.list.map(from)), ...both(edges.list, edges.walk)];
}

/** Lists the parts of a tree whose order differs between the list and another rendering. */
export function disorder({ nodes, edges }: Renderings): string[] {
  const questions = nodes.list.filter((id) => !nodes.outcomes.includes(id));
  const from = (id: string, all: string[]) => all.filter((edge) => edge.startsWith(`${id}.`)).join();
  return [
    ...[questions, nodes.outcomes].filter((part) => nodes.drawing.filter((id) => part.includes(id)).join() !== part.join()).map(String),
    ...questions.filter((id) => from(id, edges.walk) !== from(id, edges.list)),
    ...edges.list.filter((edge) => nodes.drawing.indexOf(edge.split('.')[0]!) > nodes.drawing.indexOf(edge.split(' → ')[1]!)),
  ];
}
