/** Renders a card with Takumi, a layout engine and renderer in WebAssembly that gives the same bytes on every machine. */
import { readFileSync } from 'node:fs';
import { Renderer, type Node, type TextNode } from '@takumi-rs/wasm/node';
import { HEIGHT, WIDTH, type Badge, type Card } from './card.ts';
import { registerFonts, supportedText } from './fonts.ts';

/** The font sizes of title and description, from the largest, and the maximum number of lines of the title. */
const SIZES = [
  [80, 44, 2],
  [70, 44, 2],
  [70, 40, 2],
  [60, 40, 3],
  [60, 37, 3],
  [52, 37, 4],
] as const;
/** The maximum height of context, title and description together, in pixels. */
const MAX_HEIGHT = 416;

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
/** The declarations of the light theme: those before the first theme or media query. */
const [tokens = ''] = read('../styles/tokens.css').split(/:root\[|@media/);
const lightTheme = (tokens.match(/--[\w-]+:[^;]+;/g) ?? []).map((one) => one.replace(/light-dark\(([^,]+),.*\)/, '$1')).join('');
if (!/--bg:.*--text:/.test(lightTheme)) throw new Error('src/styles/tokens.css has no --bg and --text; the cards use its colours.');
const css = [`:root{${lightTheme}}`, read('card.css')];

const renderer = new Renderer();
await registerFonts(renderer);
const options = { width: WIDTH, height: HEIGHT, css };

/** Renders a card as PNG, in the largest font size at which its text fits. At the smallest size the text is cut. */
export async function renderCard(card: Card): Promise<Uint8Array> {
  const { site, badge } = card;
  const foot = box('foot', [...(badge ? [badgeNode(badge)] : []), textNode('site', site)]);
  return renderer.render(box('card', [await bodyOf(card), foot], card.lang), { ...options, format: 'png' });
}

/** Lays out context, title and description in the largest sizes at which they fit. */
async function bodyOf({ lang, context = '', title, description }: Card): Promise<Node> {
  const body = (large: number, small: number, [first, second]: readonly [number?, number?] = []): Node => {
    const parts = [
      textNode('context', context),
      textNode('title', title, { fontSize: large, lineClamp: first }),
      textNode('description', description, { fontSize: small, lineClamp: second }),
    ];
    return box(
      'body',
      parts.filter((part) => part.text),
      lang,
    );
  };
  for (const [large, small, maxLines] of SIZES) {
    const { height, children } = await renderer.measure(body(large, small), options);
    const lines = (children[context ? 1 : 0]?.height ?? 0) / (large * 1.14);
    if (height <= MAX_HEIGHT && lines < maxLines + 0.5) return body(large, small);
  }
  return body(52, 37, [4, 2]);
}

/** Builds a circle and its label, or a label in a box. */
function badgeNode({ label, icon, colour }: Badge): Node {
  const style = { color: `var(--${colour})` };
  if (icon === 'none') return textNode('badge', label, style);
  if (icon === 'boxed') return textNode('badge boxed', label, style);
  return { ...box('badge', [box(`circle ${icon}`, []), textNode('label', label)]), style };
}

const box = (className: string, children: Node[], lang?: string): Node => ({ type: 'container', className, children, lang });
const textNode = (className: string, text: string, style: TextNode['style'] = {}): TextNode => ({
  type: 'text',
  className,
  text: withNoBreakSpaces(supportedText(text)),
  style,
});

/** Keeps an abbreviation with its number, and in Russian a short word with the next word. */
const withNoBreakSpaces = (text: string): string =>
  text.replace(
    /(?<=(?:^|[\s(])(?:[А-яЁё]{1,2}|§{1,2}|№|(?:[Aa]rts?|[Pp]aras?|[Сс]т|п{1,2}|абз|ч|см|v|s)\.|[Nn]ote|[Ss]ection|[Aa]rticle))\s+(?=[\d\p{L}(])/gu,
    '\u00a0',
  );
