/*
 * Functions that run inside the browser page. Playwright sends the text of a function, so a function cannot use anything that is defined outside.
 * Between two calls the drawing stays in the page, as the only <svg>.
 */

/** Changes how the page renders text: encoded entities are decoded, and lines are `lineHeight` em apart. */
export function prepare({ entityOffset, lineHeight }: { entityOffset: number; lineHeight: number }): void {
  const encoded = new RegExp(`[\\u{${entityOffset.toString(16)}}-\\u{${(entityOffset + 0xffff).toString(16)}}]`, 'gu');
  // Mermaid writes these characters around an entity and replaces them in the finished drawing.
  const kept = [0xfb02, 0xb6].map((code) => String.fromCodePoint(entityOffset + code));
  const decode = (text: string) =>
    text.replace(encoded, (character) => (kept.includes(character) ? character : String.fromCodePoint(character.codePointAt(0)! - entityOffset)));
  const content = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')!;
  Object.defineProperty(Node.prototype, 'textContent', {
    ...content,
    set(value) {
      content.set!.call(this, typeof value === 'string' ? decode(value) : value);
    },
  });
  // Mermaid 12.3 sets SVG lines 1.1 em apart. Remove this when Mermaid has an option for it.
  const set = Element.prototype.setAttribute;
  SVGTSpanElement.prototype.setAttribute = function (name, value) {
    const line = name === 'y' && this.classList.contains('text-outer-tspan') ? (parseFloat(value) + 0.1) / 1.1 : undefined;
    set.call(this, name, line === undefined ? value : `${line * lineHeight - 0.1}em`);
  };
}

/** Loads a font file into the page, in all its weights. */
export async function addFont({ family, url }: { family: string; url: string }): Promise<void> {
  document.fonts.add(await new FontFace(family, `url(${url})`, { weight: '100 900' }).load());
}

/** Renders a source into the page if its type is supported. Returns its type, title and description, or Mermaid's error. */
export async function renderInPage({
  source,
  config,
  entityOffset,
  supportedTypes,
}: {
  source: string;
  config: object;
  entityOffset: number;
  supportedTypes: string[];
}): Promise<MermaidResult> {
  const { mermaid } = window as unknown as { mermaid: typeof import('mermaid').default };
  mermaid.initialize(config);
  try {
    const { diagramType } = await mermaid.parse(source);
    if (!supportedTypes.includes(diagramType)) return { type: diagramType, title: '', description: '' };
    const decode = (text: string) =>
      text.replace(/[\u{f0000}-\u{fffff}]/gu, (character) => String.fromCodePoint(character.codePointAt(0)! - entityOffset));
    // An internal API of Mermaid, but the only access to the titles. A timeline has a database of its own for them.
    const { db } = (await mermaid.mermaidAPI.getDiagramFromText(source)) as { db: Titles & { getCommonDb?(): Titles } };
    const titles = db.getCommonDb?.() ?? db;
    const [title, description] = [titles.getAccTitle?.(), titles.getAccDescription?.()].map((text) => decode(text ?? ''));
    const { svg } = await mermaid.render('drawing', source);
    document.body.innerHTML = svg;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      text.data = decode(text.data);
    }
    return { type: diagramType, title: title!, description: description! };
  } catch (error) {
    const { message, hash } = error as Error & { hash?: { loc?: { first_line: number } } };
    return { thrown: { message, ...(hash?.loc ? { hash: { loc: { first_line: hash.loc.first_line } } } : {}) } };
  }
}

/**
 * Measures the edges and the boxes of the nodes, in the coordinates of the drawing.
 *
 * An edge is plain if it has one arrowhead, of the common kind; the arrowheads of other diagrams need more room. `label` is the centre and
 * the width of the text on an edge. No edge may touch a box within `inset` of its corners; round and pointed shapes need a larger one.
 */
export function measure(): Measured {
  const svg = document.querySelector('svg')!;
  const toDrawing = svg.getScreenCTM()!.inverse();
  const centreOf = (label: Element) => {
    const { left, top, right, bottom } = label.getBoundingClientRect();
    const [start, end] = [new DOMPoint(left, top), new DOMPoint(right, bottom)].map((point) => point.matrixTransform(toDrawing));
    return { x: (start!.x + end!.x) / 2, y: (start!.y + end!.y) / 2, width: end!.x - start!.x };
  };
  const labels = new Map([...svg.querySelectorAll('.edgeLabel [data-id]')].map((label) => [label.getAttribute('data-id'), label]));
  const edges = [...svg.querySelectorAll('path[data-edge][data-points]')].map((edge) => {
    const points = JSON.parse(atob(edge.getAttribute('data-points')!)) as { x: number; y: number }[];
    const isPlain = edge.getAttribute('marker-end')?.endsWith('pointEnd)') === true && !edge.hasAttribute('marker-start');
    const label = labels.get(edge.getAttribute('data-id'));
    return { points: points.map(({ x, y }) => ({ x, y })), isPlain, label: label?.textContent?.trim() ? centreOf(label) : undefined };
  });
  const boxes = [...svg.querySelectorAll('.node')].map((node) => {
    const { left, top, right, bottom } = (node.querySelector('[data-part]') ?? node).getBoundingClientRect();
    const start = new DOMPoint(left, top).matrixTransform(toDrawing);
    const end = new DOMPoint(right, bottom).matrixTransform(toDrawing);
    const height = end.y - start.y;
    const slope = node.matches('.clear') ? height / 2 : node.matches('.risk') ? height / 4 : 0;
    return { x: start.x, y: start.y, width: end.x - start.x, height, inset: 12 + slope };
  });
  return { edges, boxes };
}

/** Sets the new path of each measured edge; an edge without one stays unchanged. */
export function reroute(paths: (string | undefined)[]): void {
  for (const [at, edge] of document.querySelectorAll('path[data-edge][data-points]').entries()) {
    const path = paths[at];
    if (path) edge.setAttribute('d', path);
    edge.removeAttribute('data-points');
  }
}

/** Serialises the drawing with a tight `viewBox`, and lists the element ids and the centres of its nodes. */
export function serialise(): Serialised {
  const svg = document.querySelector('svg')!;
  // The lifelines of a sequence diagram are 2000 pixels long; Mermaid's own viewBox cuts them.
  const foot = svg.viewBox.baseVal.y + svg.viewBox.baseVal.height;
  for (const line of svg.querySelectorAll('line')) if (line.y2.baseVal.value > foot) line.setAttribute('y2', `${foot - 10}`);
  const { x, y, width, height } = svg.getBBox();
  const [left, top] = [Math.floor(x) - 4, Math.floor(y) - 4];
  svg.setAttribute('viewBox', [left, top, Math.ceil(x + width) + 4 - left, Math.ceil(y + height) + 4 - top].join(' '));
  const toDrawing = svg.getScreenCTM()!.inverse();
  const nodes = [...svg.querySelectorAll('.node')].map((node) => {
    const box = (node.querySelector('[data-part]') ?? node).getBoundingClientRect();
    const centre = new DOMPoint(box.left + box.width / 2, box.top + box.height / 2).matrixTransform(toDrawing);
    return { id: node.id, x: Math.round(centre.x - left), y: Math.round(centre.y - top) };
  });
  return { svg: new XMLSerializer().serializeToString(svg), nodes };
}

export type Measured = {
  edges: { points: { x: number; y: number }[]; isPlain: boolean; label: { x: number; y: number; width: number } | undefined }[];
  boxes: { x: number; y: number; width: number; height: number; inset: number }[];
};

export type Serialised = { svg: string; nodes: { id: string; x: number; y: number }[] };

type Titles = { getAccTitle?(): string; getAccDescription?(): string };

export type MermaidResult =
  { type: string; title: string; description: string } | { thrown: { message: string; hash?: { loc?: { first_line: number } } } };
