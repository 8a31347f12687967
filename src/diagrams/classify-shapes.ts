/**
 * Classifies each graphic element of the drawing in the page by its paint, as `data-part`: `shape` (filled and outlined), `band` (filled),
 * `line` (outlined), `solid` (small and dark), with `dashed`. Removes invisible elements.
 *
 * Mermaid draws in black and white (`mermaid-config.ts`), so the computed style is enough for any type of diagram.
 * Runs inside the browser page, see `in-page.ts`.
 */
export function classifyShapes(): void {
  const svg = document.querySelector('svg')!;
  for (const element of svg.querySelectorAll<SVGGeometryElement>('rect, path, circle, ellipse, line, polygon, polyline')) {
    const part = partOf(element);
    if (part) element.setAttribute('data-part', part);
    else element.remove();
  }
  for (const outline of svg.querySelectorAll('g:has(> path[stroke="none"] + path[fill="none"])')) simplify(outline);

  function partOf(element: SVGGeometryElement): string | undefined {
    const { fill, fillOpacity, stroke, strokeWidth, strokeDasharray, visibility, display, opacity } = getComputedStyle(element);
    const box = element.getBBox();
    const [red = 0, green = 0, blue = 0, alpha = 1] = fill.match(/[\d.]+/g)?.map(Number) ?? [];
    const isFilled = fill !== 'none' && alpha > 0 && fillOpacity !== '0' && element.localName !== 'line';
    const isStroked = stroke !== 'none' && parseFloat(strokeWidth) > 0;
    const isInvisible = visibility === 'hidden' || display === 'none' || opacity === '0' || (box.width === 0 && box.height === 0);
    const isLabelBackground = element.matches('.edgeLabels rect');
    if (isInvisible || isLabelBackground || !(isFilled || isStroked)) return undefined;
    const isDark = 0.21 * red + 0.72 * green + 0.07 * blue < 100 && !fill.startsWith('url');
    const isSmall = box.width * box.height < 1200 || element.closest('marker');
    const part = !isFilled ? 'line' : isDark && isSmall ? 'solid' : isStroked || isDark ? 'shape' : 'band';
    const isDashed = isStroked && /[1-9]/.test(strokeDasharray) && !/, 0(px)?$/.test(strokeDasharray);
    return isDashed ? `${part} dashed` : part;
  }

  /** Replaces the two outlines of rough.js with one, and the hundred points of a stadium with a rect. */
  function simplify(outline: Element): void {
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
