/** Loads the reading aids at the first sign of a reader: what is read without one costs nothing. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'] as const;

/** The last sign of each kind, which the aids hear when they are there. */
const heard = new Map<string, Event>();
let aids: Promise<void> | undefined;

function hear(sign: Event): void {
  heard.set(sign.type, sign);
  aids ??= fetchAids();
}

async function fetchAids(): Promise<void> {
  const { wake } = await import('./reading-aids.ts');
  for (const one of SIGNS) removeEventListener(one, hear, { capture: true });
  for (const one of heard.values()) wake(one);
}

for (const one of SIGNS) addEventListener(one, hear, { capture: true, passive: true });
// An address with a fragment scrolls before this script runs.
if (scrollY > 0) hear(new Event('scroll'));
