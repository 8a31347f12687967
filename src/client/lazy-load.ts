/** Loads the enhancements on the first user interaction, and replays the events that occurred before they were loaded. */
const EVENTS = ['pointermove', 'pointerdown', 'keydown', 'focusin', 'scroll'] as const;

/** The last event of each type. */
const recorded = new Map<string, Event>();
let loading: Promise<void> | undefined;

function record(event: Event): void {
  if (isAutomatic(event)) return;
  recorded.set(event.type, event);
  loading ??= loadEnhancements();
}

/** Whether the page itself caused an event: a drawing scrolls to its first question, the search page focuses its input. */
const isAutomatic = ({ type, target }: Event): boolean =>
  type === 'scroll' ? target !== document : type === 'focusin' && target instanceof HTMLInputElement;

async function loadEnhancements(): Promise<void> {
  const { replay } = await import('./enhancements.ts');
  for (const type of EVENTS) removeEventListener(type, record, { capture: true });
  for (const event of recorded.values()) replay(event);
}

for (const type of EVENTS) addEventListener(type, record, { capture: true, passive: true });
// A URL with a fragment scrolls before this script runs.
if (scrollY > 0) record(new Event('scroll'));
