/*
 * What runs inside the browser page. Each function is sent there as text, so it uses nothing from outside itself.
 */

/** Make the page letter as the site does: carried characters given back, lines apart by `leading` em. */
export function prepare({ carrier, leading }: { carrier: number; leading: number }): void {
  const carried = new RegExp(`[\\u{${carrier.toString(16)}}-\\u{${(carrier + 0xffff).toString(16)}}]`, 'gu');
  const deliver = (text: string) => text.replace(carried, (sign) => (kept.includes(sign) ? sign : String.fromCodePoint(sign.codePointAt(0)! - carrier)));
  const kept = [0xfb02, 0xb6].map((code) => String.fromCodePoint(carrier + code)); // Mermaid's own signs around an entity, which it reads once more at the end.
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

/**
 * Draw one source and serialise it from the DOM, with all that depends on Mermaid's own style made plain:
 * `data-part` (`shape`, `band`, `line`, `mark`, and `dashed`) on what is painted, text in rows at `x` and `y`, a close `viewBox`.
 */
export async function draft({ source, config, id, carrier }: { source: string; config: object; id: string; carrier: number }): Promise<Draft> {
  const { mermaid } = window as unknown as { mermaid: typeof import('mermaid').default };
  mermaid.initialize(config);
  try {
    document.body.innerHTML = (await mermaid.render(id, source)).svg;
  } catch (error) {
    const { message, hash } = error as Error & { hash?: { loc?: { first_line: number } } };
    return { message, line: hash?.loc?.first_line };
  }
  const svg = document.querySelector('svg')!;
  deliverRest();
  for (const element of svg.querySelectorAll<SVGGeometryElement>('rect, path, circle, ellipse, line, polygon, polyline')) paint(element);
  for (const line of svg.querySelectorAll('path[data-points]')) line.setAttribute('data-points', points(line));
  for (const node of svg.querySelectorAll<SVGGElement>('.node')) node.setAttribute('data-box', box(node));
  for (const outline of svg.querySelectorAll<SVGGElement>('.outer-path')) straighten(outline);
  for (const text of svg.querySelectorAll('text')) typeset(text);
  frame();
  return { svg: new XMLSerializer().serializeToString(svg) };

  function paint(element: SVGGeometryElement): void {
    const { fill, fillOpacity, stroke, strokeWidth, strokeDasharray, visibility, display, opacity } = getComputedStyle(element);
    const box = element.getBBox();
    const [red = 0, green = 0, blue = 0, alpha = 1] = fill.match(/[\d.]+/g)?.map(Number) ?? [];
    const filled = fill !== 'none' && alpha > 0 && fillOpacity !== '0' && element.localName !== 'line';
    const stroked = stroke !== 'none' && parseFloat(strokeWidth) > 0;
    const unseen = visibility === 'hidden' || display === 'none' || opacity === '0' || (box.width === 0 && box.height === 0);
    const mask = element.matches('.edgeLabel .background, .edgeLabel .labelBkg, .edgeLabels rect');
    if (unseen || mask || !(filled || stroked)) return element.remove();
    const dark = 0.21 * red + 0.72 * green + 0.07 * blue < 100 && !fill.startsWith('url');
    const small = box.width * box.height < 1200 || element.closest('marker');
    const part = !filled ? 'line' : dark && small ? 'mark' : stroked || dark ? 'shape' : 'band';
    const dashed = stroked && /[1-9]/.test(strokeDasharray) && !/, 0(px)?$/.test(strokeDasharray);
    element.setAttribute('data-part', dashed ? `${part} dashed` : part);
  }

  /** Put one plain outline for the two that rough.js writes, and a rect for the hundred points of a stadium. */
  function straighten(outline: SVGGElement): void {
    const [path, ...doubles] = outline.querySelectorAll<SVGGeometryElement>('path');
    if (!path) return;
    for (const double of doubles) double.remove();
    path.setAttribute('data-part', 'shape');
    const { x, y, width, height } = path.getBBox();
    const radius = height / 2;
    const length = path.getTotalLength();
    const round = Array.from({ length: 64 }, (_, step) => path.getPointAtLength((length * step) / 64)).every((point) => {
      const overhang = Math.max(x + radius - point.x, point.x - (x + width - radius), 0);
      return Math.abs(Math.hypot(overhang, point.y - y - radius) - radius) < 0.7 || (overhang === 0 && Math.abs(Math.abs(point.y - y - radius) - radius) < 0.7);
    });
    if (!round || width < height) return;
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [name, value] of Object.entries({ x, y, width, height, rx: radius, 'data-part': 'shape' })) rect.setAttribute(name, `${value}`);
    path.replaceWith(rect);
  }

  function typeset(text: SVGTextElement): void {
    if (text.querySelector('textPath')) return;
    const { textAnchor } = getComputedStyle(text);
    const spans = [...text.querySelectorAll<SVGTSpanElement>('tspan')].filter((span) => span.hasAttribute('x') || span.hasAttribute('dy'));
    const lift = text.closest('.node > .label') ? middle(text) : 0;
    const rows = (spans.length > 0 ? spans : [text]).filter((row) => row.textContent!.trim() !== '');
    const lines = rows.map((row) => {
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
      const anchor = row.x.baseVal[0] ?? text.x.baseVal[0];
      line.setAttribute('x', `${anchor?.value ?? 0}`);
      line.setAttribute('y', `${row.getStartPositionOfChar(0).y - lift}`);
      line.append(...runs(row));
      return line;
    });
    if (lines.length === 0) return text.remove();
    for (const { name } of [...text.attributes]) if (name !== 'transform') text.removeAttribute(name);
    if (textAnchor !== 'start') text.setAttribute('text-anchor', textAnchor);
    text.replaceChildren(...lines);
  }

  /** Say how far the letters of a label, from the first row's capitals to the last row's baseline, sit below its middle. */
  function middle(text: SVGTextElement): number {
    const capitals = 0.68 * parseFloat(getComputedStyle(text).fontSize);
    const [first, last] = [0, text.getNumberOfChars() - 1].map((at) => text.getStartPositionOfChar(at).y) as [number, number];
    return (first - capitals + last) / 2 - text.getBBox().height / 2;
  }

  function runs(row: SVGTextContentElement): (Node | string)[] {
    const leaves = row.querySelectorAll('tspan:not(:has(tspan))');
    const words = (leaves.length > 0 ? [...leaves] : [row]).map((leaf) => {
      const { fontWeight, fontStyle } = getComputedStyle(leaf);
      const bold = Number(fontWeight) > 600 ? 'strong' : '';
      return { text: leaf.textContent!.replace(/\s+/g, ' '), face: bold || (fontStyle === 'italic' ? 'em' : '') };
    });
    const joined: { text: string; face: string }[] = [];
    for (const word of words) {
      const last = joined.at(-1);
      if (last?.face === word.face) last.text += word.text;
      else joined.push({ ...word });
    }
    return joined.map(({ text, face }) => {
      if (face === '') return text;
      const run = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
      run.setAttribute('data-part', face);
      run.textContent = text;
      return run;
    });
  }

  function deliverRest(): void {
    const texts = document.createTreeWalker(svg, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      text.data = [...text.data].map((sign) => (sign.codePointAt(0)! < carrier ? sign : String.fromCodePoint(sign.codePointAt(0)! - carrier))).join('');
    }
  }

  function points(line: Element): string {
    const bends = JSON.parse(atob(line.getAttribute('data-points')!)) as { x: number; y: number }[];
    return bends.map(({ x, y }) => `${x},${y}`).join(' ');
  }

  function box(node: SVGGElement): string {
    const { x, y, width, height } = (node.querySelector<SVGGraphicsElement>('[data-part]') ?? node).getBoundingClientRect();
    const corner = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()!.inverse());
    const far = new DOMPoint(x + width, y + height).matrixTransform(svg.getScreenCTM()!.inverse());
    return [corner.x, corner.y, far.x - corner.x, far.y - corner.y].join(' ');
  }

  function frame(): void {
    const { x, y, width, height } = svg.getBBox();
    const [left, top] = [Math.floor(x) - 4, Math.floor(y) - 4];
    svg.setAttribute('viewBox', [left, top, Math.ceil(x + width) + 4 - left, Math.ceil(y + height) + 4 - top].join(' '));
  }
}

export type Draft = { svg: string } | { message: string; line: number | undefined };
