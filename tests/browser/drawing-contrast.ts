import { expect, type Page } from 'playwright/test';

/** Measures the painted colours by WCAG 2.2: text 4.5:1 on its background, lines 3:1 on the page. */
const MEASURE = () => {
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const luminance = (colour: string): number => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...brush.getImageData(0, 0, 1, 1).data]
      .slice(0, 3)
      .map((byte) => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const ratio = (one: string, other: string): number => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light! + 0.05) / (dark! + 0.05);
  };
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const svg = document.querySelector('svg.diagram')!;
  const lines = [...svg.querySelectorAll('.shape, path.edge, .line')].map((line) => ratio(getComputedStyle(line).stroke, paper));
  const heads = [...svg.querySelectorAll('marker > *')].map(
    (head) => Number(getComputedStyle(head).opacity) * ratio(getComputedStyle(head).fill, paper),
  );
  const letters = [...svg.querySelectorAll('text')].map((text) => {
    const shape = text.closest('.node')?.querySelector('.shape');
    return ratio(getComputedStyle(text).fill, shape ? getComputedStyle(shape).fill : paper);
  });
  const headless = [...svg.querySelectorAll('path.edge:not([marker-end])')].length;
  return { lines: Math.min(...lines), heads: Math.min(...heads), headless, letters: Math.min(...letters), counted: [lines.length, letters.length] };
};

/** Opens a page with a drawing and expects enough contrast of its text, lines and arrowheads, in light and dark. */
export async function expectContrast(page: Page, path: string): Promise<void> {
  await page.goto(path);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectContrastOfScheme(page, `${path} in ${colorScheme}`);
  }
}

async function expectContrastOfScheme(page: Page, path: string): Promise<void> {
  const { lines, heads, headless, letters, counted } = await page.evaluate(MEASURE);
  expect(Math.min(...counted), path).toBeGreaterThan(2);
  expect(lines, `${path}: lines`).toBeGreaterThanOrEqual(3);
  expect(heads, `${path}: heads`).toBeGreaterThanOrEqual(3);
  expect(headless, `${path}: lines without a head`).toBe(0);
  expect(letters, `${path}: letters`).toBeGreaterThanOrEqual(4.5);
}
