/**
 * Say of each thing in the page's drawing how it is painted, as `data-part`: `shape` (filled and outlined), `band`
 * (filled), `line` (outlined), `solid` (small and dark), with `dashed`. What cannot be seen goes.
 *
 * Mermaid draws in black on white here (`look.ts`), so this is read from the computed style of any type of diagram.
 * Runs inside the browser page, see `drafting.ts`.
 */
export function paint(): void {
  const svg = document.querySelector('svg')!;
  for (const element of svg.querySelectorAll<SVGGeometryElement>('rect, path, circle, ellipse, line, polygon, polyline')) {
    const part = partOf(element);
    if (part) element.setAttribute('data-part', part);
    else element.remove();
  }
  for (const outline of svg.querySelectorAll('g:has(> path[stroke="none"] + path[fill="none"])')) redraw(outline);

  function partOf(element: SVGGeometryElement): string | undefined {
    const { fill, fillOpacity, stroke, strokeWidth, strokeDasharray, visibility, display, opacity } = getComputedStyle(element);
    const box = element.getBBox();
    const [red = 0, green = 0, blue = 0, alpha = 1] = fill.match(/[\d.]+/g)?.map(Number) ?? [];
    const isFilled = fill !== 'none' && alpha > 0 && fillOpacity !== '0' && element.localName !== 'line';
    const isStroked = stroke !== 'none' && parseFloat(strokeWidth) > 0;
    const isUnseen = visibility === 'hidden' || display === 'none' || opacity === '0' || (box.width === 0 && box.height === 0);
    const isGroundOfWords = element.matches('.edgeLabels rect');
    if (isUnseen || isGroundOfWords || !(isFilled || isStroked)) return undefined;
    const isDark = 0.21 * red + 0.72 * green + 0.07 * blue < 100 && !fill.startsWith('url');
    const isSmall = box.width * box.height < 1200 || element.closest('marker');
    const part = !isFilled ? 'line' : isDark && isSmall ? 'solid' : isStroked || isDark ? 'shape' : 'band';
    const isDashed = isStroked && /[1-9]/.test(strokeDasharray) && !/, 0(px)?$/.test(strokeDasharray);
    return isDashed ? `${part} dashed` : part;
  }

  /** Put one plain outline for the two that rough.js writes, and a rect for the hundred points of a stadium. */
  function redraw(outline: Element): void {
    const [path, double] = outline.querySelectorAll<SVGGeometryElement>('path');
    const data = path?.getAttribute('d') ?? '';
    if (!path || !double || data.match(/M/g)?.length !== 1) return;
    double.remove();
    path.setAttribute('data-part', 'shape');
    path.setAttribute('d', `${data.replace(/Z?\s*$/i, '')}Z`);
    const { x, y, width, height } = path.getBBox();
    if (!isStadium(path)) return;
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    for (const [name, value] of Object.entries({ x, y, width, height, rx: height / 2, 'data-part': 'shape' })) rect.setAttribute(name, `${value}`);
    path.replaceWith(rect);
  }

  function isStadium(path: SVGGeometryElement): boolean {
    const { x, y, width, height } = path.getBBox();
    const radius = height / 2;
    const outline = Array.from({ length: 64 }, (_, step) => path.getPointAtLength((path.getTotalLength() * step) / 64));
    return outline.every((point) => {
      const overhang = Math.max(x + radius - point.x, point.x - (x + width - radius), 0);
      return Math.abs(Math.hypot(overhang, point.y - y - radius) - radius) < 0.7;
    });
  }
}
