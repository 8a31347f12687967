/** Painting a card with Takumi, a layout engine and painter in WebAssembly: the same bytes on every machine. */
import { readFileSync } from 'node:fs';
import { Renderer, type Node, type TextNode } from '@takumi-rs/wasm/node';
import { HEIGHT, WIDTH, type Card, type Badge } from './card.ts';
import { registerTypefaces, shown } from './fonts.ts';

/** The sizes of title and sentence, from the largest, and the most lines of the title. */
const SIZES = [
  [80, 44, 2],
  [70, 44, 2],
  [70, 40, 2],
  [60, 40, 3],
  [60, 37, 3],
  [52, 37, 4],
] as const;
/** How high place, title and sentence may be together, in pixels. */
const ROOM = 416;

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
/** The colours of the site by day, as declarations: those that stand before any that hold only for some readers. */
const [tokens = ''] = read('../styles/tokens.css').split(/:root\[|@media/);
const day = (tokens.match(/--[\w-]+:[^;]+;/g) ?? []).map((one) => one.replace(/light-dark\(([^,]+),.*\)/, '$1')).join('');
if (!/--paper:.*--ink:/.test(day)) throw new Error('src/styles/tokens.css has no --paper and --ink; the cards take their colours from it.');
const css = [`:root{${day}}`, read('card.css')];

const renderer = new Renderer();
await registerTypefaces(renderer);
const sheet = { width: WIDTH, height: HEIGHT, css };

/** Paint a card as PNG, in the largest type in which all its words stand; past the smallest, they are cut. */
export async function paintCard(card: Card): Promise<Uint8Array> {
  const { site, badge } = card;
  const foot = box('foot', [...(badge ? [badgeNode(badge)] : []), text('site', site)]);
  return renderer.render(box('card', [await bodyOf(card), foot], card.lang), { ...sheet, format: 'png' });
}

/** Set place, title and sentence in the largest sizes at which they stand. */
async function bodyOf({ lang, within = '', title, sentence }: Card): Promise<Node> {
  const body = (large: number, small: number, [first, second]: readonly [number?, number?] = []): Node => {
    const parts = [
      text('within', within),
      text('title', title, { fontSize: large, lineClamp: first }),
      text('sentence', sentence, { fontSize: small, lineClamp: second }),
    ];
    return box(
      'body',
      parts.filter((part) => part.text),
      lang,
    );
  };
  for (const [large, small, most] of SIZES) {
    const { height, children } = await renderer.measure(body(large, small), sheet);
    const lines = (children[within ? 1 : 0]?.height ?? 0) / (large * 1.14);
    if (height <= ROOM && lines < most + 0.5) return body(large, small);
  }
  return body(52, 37, [4, 2]);
}

/** A disc and its words, or words in a frame. */
function badgeNode({ words, sign, ink }: Badge): Node {
  const colour = { color: `var(--${ink})` };
  if (sign === 'frame') return text('badge frame', words, colour);
  return { ...box('badge', [box(`disc ${sign}`, []), text('words', words)]), style: colour };
}

const box = (className: string, children: Node[], lang?: string): Node => ({ type: 'container', className, children, lang });
const text = (className: string, words: string, style: TextNode['style'] = {}): TextNode => ({
  type: 'text',
  className,
  text: bound(shown(words)),
  style,
});

/** Keep a number with what it numbers, and in Russian a short word with the next. */
const bound = (words: string): string =>
  words.replace(
    /(?<=(?:^|[\s(])(?:[А-яЁё]{1,2}|§{1,2}|№|(?:[Aa]rts?|[Pp]aras?|[Сс]т|п{1,2}|абз|ч|см|v|s)\.|[Nn]ote|[Ss]ection|[Aa]rticle))\s+(?=[\d\p{L}(])/gu,
    '\u00a0',
  );
