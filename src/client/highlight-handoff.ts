/** Passes the highlights of a search result to the page that its link opens, in localStorage instead of the URL. */
const KEY = 'highlights';
/** The lifetime of a handoff, in milliseconds. */
const MAX_AGE = 20_000;

export interface Handoff {
  marks: ReadonlyMap<string, number>;
  /** Whether a key opened the result. The focus is then on the navigation between the highlights. */
  byKey: boolean;
}

interface StoredHandoff {
  path: string;
  byKey: boolean;
  marks: [key: string, worth: number][];
  time: number;
}

/** Saves a handoff for the page of a link. Without storage, the page opens without highlights. */
export function saveHandoff(link: HTMLAnchorElement, { marks, byKey }: Handoff): void {
  const handoff: StoredHandoff = { path: link.pathname, byKey, marks: [...marks], time: Date.now() };
  try {
    localStorage.setItem(KEY, JSON.stringify(handoff));
  } catch {
    // Storage is blocked or full.
  }
  if (link.pathname === location.pathname) dispatchEvent(new Event('highlight-handoff'));
}

/** Removes and returns the handoff for this page; undefined if there is none. */
export function takeHandoff(): Handoff | undefined {
  try {
    const text = localStorage.getItem(KEY);
    if (!text) return undefined;
    const { path, marks, byKey, time } = JSON.parse(text) as StoredHandoff;
    const isHere = path === location.pathname;
    const isFresh = Date.now() - time < MAX_AGE;
    if (isHere || !isFresh) localStorage.removeItem(KEY);
    return isHere && isFresh ? { marks: new Map(marks), byKey } : undefined;
  } catch {
    return undefined;
  }
}
