/** Loads the reading aids at the first sign of a reader: what is read without one costs nothing. */
const SIGNS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'] as const;

function begin(event: Event): void {
  for (const sign of SIGNS) removeEventListener(sign, begin, { capture: true });
  // The key that woke them is heard too.
  void import('./reading-aids.ts').then(({ press }) => event instanceof KeyboardEvent && press(event));
}

for (const sign of SIGNS) addEventListener(sign, begin, { capture: true, passive: sign !== 'keydown' });
// An address with a fragment scrolls before this script runs.
if (scrollY > 0) begin(new Event('scroll'));
