/** Loads the reading aids at the first sign of a reader: what is read without one costs nothing. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'] as const;

/** The last sign of each kind, which the aids hear when they are there. */
const heard = new Map<string, Event>();
let aids: Promise<void> | undefined;

function hear(sign: Event): void {
  if (isOfItself(sign)) return;
  heard.set(sign.type, sign);
  aids ??= fetchAids();
}

/** A drawing goes to its first question, and the box of the search takes the focus, without a reader. */
const isOfItself = ({ type, target }: Event): boolean =>
  type === 'scroll' ? target !== document : type === 'focusin' && target instanceof HTMLInputElement;

async function fetchAids(): Promise<void> {
  const { wake } = await import('./enhancements.ts');
  for (const one of SIGNS) removeEventListener(one, hear, { capture: true });
  for (const one of heard.values()) wake(one);
}

for (const one of SIGNS) addEventListener(one, hear, { capture: true, passive: true });
// An address with a fragment scrolls before this script runs.
if (scrollY > 0) hear(new Event('scroll'));
