/** The nodes and edges of a tree in its drawing, its list and its pages. */
import type { Element, Nodes, Root } from 'hast';
import { find, spoken } from './pages.ts';

/** The edges of a tree, `<question>.<answer>`, in each of its three renderings; the nodes in drawing and list. */
export interface Renderings {
  nodes: { drawing: string[]; list: string[]; outcomes: string[] };
  edges: { drawing: string[]; list: string[]; walk: string[] };
}

const classesOf = ({ properties }: Element): unknown[] => [properties.className].flat();
/** Finds the elements with a class, in a part of a page. */
const withClass = (tree: Nodes | undefined, name: string): Element[] => (tree ? find(tree, (one) => classesOf(one).includes(name)) : []);
const dataOf = (elements: readonly Element[], key: 'dataNode' | 'dataEdge'): string[] =>
  elements.flatMap(({ properties }) => (properties[key] ? [String(properties[key])] : []));
const textOf = (node: Nodes | undefined): string =>
  node
    ? spoken(node)
        .map(({ text }) => text)
        .join('')
        .trim()
    : '';

/** Reads the renderings of the tree at `path` of a site under `base`, and the page of each question once, on the first path to it, and of each answer. */
export function renderingsOf(treeAt: (path: string) => Root, path: string, base: string): Renderings {
  const tree = treeAt(path);
  const [diagram] = withClass(tree, 'diagram');
  const [list] = withClass(tree, 'tree-list');
  const [outcomes] = withClass(tree, 'outcomes');
  const titlesIn = (part: Element | undefined) => (part ? find(part, ({ tagName, properties }) => tagName === 'h3' && Boolean(properties.id)) : []);
  const titles = [...titlesIn(list), ...titlesIn(outcomes)];
  const idOf = ({ properties }: Element) => String(properties.id);
  const nodes = {
    drawing: dataOf(diagram ? find(diagram, () => true) : [], 'dataNode'),
    list: titles.map(idOf),
    outcomes: titlesIn(outcomes).map(idOf),
  };
  const drawing = dataOf(diagram ? find(diagram, () => true) : [], 'dataEdge');
  const items = list ? find(list, ({ tagName }) => tagName === 'li') : [];
  const listed = items.flatMap((item) =>
    titlesIn(item).flatMap((title) =>
      find(item, ({ properties }) => Boolean(properties.dataAnswer)).map((answer) => {
        const [link] = find(answer, ({ tagName }) => tagName === 'a');
        return `${idOf(title)}.${String(answer.properties.dataAnswer)} → ${String(link?.properties.href).replace(/^.*#/, '')}`;
      }),
    ),
  );
  const ids = new Map(titles.map((title) => [textOf(withClass(title, 'name')[0]), idOf(title)]));
  const walk: string[] = [];
  const met = new Set([nodes.list[0]!]);
  const ahead = [{ id: nodes.list[0]!, part: find(tree, (one) => one.tagName === 'p' && classesOf(one).includes('walk'))[0] }];
  for (const { id, part } of ahead) {
    for (const { properties } of part ? find(part, ({ tagName }) => tagName === 'a') : []) {
      const to = String(properties.href).slice(base.length);
      // An outcome also leads to other trees.
      if (!to.startsWith(path)) continue;
      const next = treeAt(to);
      const node = ids.get(textOf(find(next, ({ tagName }) => tagName === 'h1')[0]))!;
      walk.push(`${id}.${to.split('/').at(-2)} → ${node}`);
      if (!met.has(node)) ahead.push({ id: node, part: withClass(next, 'choices')[0] });
      met.add(node);
    }
  }
  return { nodes, edges: { drawing, list: listed, walk } };
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
