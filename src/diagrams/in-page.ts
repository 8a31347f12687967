/*
 * What runs inside the browser page. Each function is sent there as text, so it uses nothing from outside itself; the
 * drawing stays in the page between them, as its only <svg>.
 */

/** Make the page letter as the site does: carried characters given back, lines apart by `leading` em. */
export function prepare({ carrier, leading }: { carrier: number; leading: number }): void {
  const carried = new RegExp(`[\\u{${carrier.toString(16)}}-\\u{${(carrier + 0xffff).toString(16)}}]`, 'gu');
  // Mermaid's own signs around an entity, which it reads once more in the finished drawing.
  const kept = [0xfb02, 0xb6].map((code) => String.fromCodePoint(carrier + code));
  const deliver = (text: string) =>
    text.replace(carried, (sign) => (kept.includes(sign) ? sign : String.fromCodePoint(sign.codePointAt(0)! - carrier)));
  const content = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent')!;
  Object.defineProperty(Node.prototype, 'textContent', {
    ...content,
    set(value) {
      content.set!.call(this, typeof value === 'string' ? deliver(value) : value);
    },
  });
  // Mermaid 12.3 sets SVG lines 1.1 em apart and has no setting for it; drop this when it has.
  const set = Element.prototype.setAttribute;
  SVGTSpanElement.prototype.setAttribute = function (name, value) {
    const line = name === 'y' && this.classList.contains('text-outer-tspan') ? (parseFloat(value) + 0.1) / 1.1 : undefined;
    set.call(this, name, line === undefined ? value : `${line * leading - 0.1}em`);
  };
}

/** Load a font file into the page, in all its weights. */
export async function addFont({ family, url }: { family: string; url: string }): Promise<void> {
  document.fonts.add(await new FontFace(family, `url(${url})`, { weight: '100 900' }).load());
}

/** Renders one source into the page if its type is drawable. Returns its type, title and description, or Mermaid's error. */
export async function render({
  source,
  config,
  carrier,
  drawable,
}: {
  source: string;
  config: object;
  carrier: number;
  drawable: string[];
}): Promise<Rendered> {
  const { mermaid } = window as unknown as { mermaid: typeof import('mermaid').default };
  mermaid.initialize(config);
  try {
    const { diagramType } = await mermaid.parse(source);
    if (!drawable.includes(diagramType)) return { type: diagramType, title: '', description: '' };
    const deliver = (text: string) => text.replace(/[\u{f0000}-\u{fffff}]/gu, (sign) => String.fromCodePoint(sign.codePointAt(0)! - carrier));
    // An internal API of Mermaid, but the only access to the titles; a timeline keeps them in a database of its own.
    const { db } = (await mermaid.mermaidAPI.getDiagramFromText(source)) as { db: Titles & { getCommonDb?(): Titles } };
    const titles = db.getCommonDb?.() ?? db;
    const [title, description] = [titles.getAccTitle?.(), titles.getAccDescription?.()].map((text) => deliver(text ?? ''));
    const { svg } = await mermaid.render('drawing', source);
    document.body.innerHTML = svg;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      text.data = deliver(text.data);
    }
    return { type: diagramType, title: title!, description: description! };
  } catch (error) {
    const { message, hash } = error as Error & { hash?: { loc?: { first_line: number } } };
    return { thrown: { message, ...(hash?.loc ? { hash: { loc: { first_line: hash.loc.first_line } } } : {}) } };
  }
}

/**
 * Measures the lines between nodes and the frames of nodes, in the coordinates of the drawing.
 *
 * A line is plain if it has one head, of the common kind; the heads of other diagrams need more room. `words` is the centre
 * and the width of the words on a line. `inset` is the distance from its corners in which a frame may not be touched; round and pointed shapes
 * need more.
 */
export function measure(): Measured {
  const svg = document.querySelector('svg')!;
  const toDrawing = svg.getScreenCTM()!.inverse();
  const wordsOf = (label: Element) => {
    const { left, top, right, bottom } = label.getBoundingClientRect();
    const [start, end] = [new DOMPoint(left, top), new DOMPoint(right, bottom)].map((point) => point.matrixTransform(toDrawing));
    return { x: (start!.x + end!.x) / 2, y: (start!.y + end!.y) / 2, width: end!.x - start!.x };
  };
  const labels = new Map([...svg.querySelectorAll('.edgeLabel [data-id]')].map((label) => [label.getAttribute('data-id'), label]));
  const lines = [...svg.querySelectorAll('path[data-edge][data-points]')].map((line) => {
    const bends = JSON.parse(atob(line.getAttribute('data-points')!)) as { x: number; y: number }[];
    const isPlain = line.getAttribute('marker-end')?.endsWith('pointEnd)') === true && !line.hasAttribute('marker-start');
    const label = labels.get(line.getAttribute('data-id'));
    return { bends: bends.map(({ x, y }) => ({ x, y })), isPlain, words: label?.textContent?.trim() ? wordsOf(label) : undefined };
  });
  const boxes = [...svg.querySelectorAll('.node')].map((node) => {
    const { left, top, right, bottom } = (node.querySelector('[data-part]') ?? node).getBoundingClientRect();
    const start = new DOMPoint(left, top).matrixTransform(toDrawing);
    const end = new DOMPoint(right, bottom).matrixTransform(toDrawing);
    const height = end.y - start.y;
    const slope = node.matches('.clear') ? height / 2 : node.matches('.risk') ? height / 4 : 0;
    return { x: start.x, y: start.y, width: end.x - start.x, height, inset: 12 + slope };
  });
  return { lines, boxes };
}

/** Lead each measured line along its new path; undefined leaves it as it is. */
export function reroute(paths: (string | undefined)[]): void {
  for (const [at, line] of document.querySelectorAll('path[data-edge][data-points]').entries()) {
    const path = paths[at];
    if (path) line.setAttribute('d', path);
    line.removeAttribute('data-points');
  }
}

/** Serialises the drawing from the DOM, with a close `viewBox`, and lists the element ids and centres of its nodes in it. */
export function serialise(): Serialised {
  const svg = document.querySelector('svg')!;
  // The lifelines of a sequence run on for 2000 pixels, and Mermaid's own viewBox cuts them.
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
  lines: { bends: { x: number; y: number }[]; isPlain: boolean; words: { x: number; y: number; width: number } | undefined }[];
  boxes: { x: number; y: number; width: number; height: number; inset: number }[];
};

export type Serialised = { svg: string; nodes: { id: string; x: number; y: number }[] };

type Titles = { getAccTitle?(): string; getAccDescription?(): string };

export type Rendered =
  { type: string; title: string; description: string } | { thrown: { message: string; hash?: { loc?: { first_line: number } } } };
