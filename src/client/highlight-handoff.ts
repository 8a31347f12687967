/** What the page that is opened from a result is told: which words to mark. It travels beside the address, which stays clean. */
const NOTE = 'arrival';
/** A note that nobody took is forgotten, in milliseconds. */
const AGE = 20_000;

export interface Arrival {
  marks: ReadonlyMap<string, number>;
  /** Whether a key opened the result: then the keys go on with the marks. */
  byKey: boolean;
}

interface Note {
  path: string;
  byKey: boolean;
  marks: [key: string, worth: number][];
  time: number;
}

/** Leave a note for the page of a link. Where nothing may be kept, the page is opened without marks. */
export function rememberArrival(link: HTMLAnchorElement, { marks, byKey }: Arrival): void {
  const note: Note = { path: link.pathname, byKey, marks: [...marks], time: Date.now() };
  try {
    localStorage.setItem(NOTE, JSON.stringify(note));
  } catch {
    // A private window, or a full store.
  }
  if (link.pathname === location.pathname) dispatchEvent(new Event('arrival'));
}

/** Take the note for this page, if there is one. */
export function takeArrival(): Arrival | undefined {
  try {
    const text = localStorage.getItem(NOTE);
    if (!text) return undefined;
    const { path, marks, byKey, time } = JSON.parse(text) as Note;
    if (path !== location.pathname && Date.now() - time < AGE) return undefined;
    localStorage.removeItem(NOTE);
    return path === location.pathname && Date.now() - time < AGE ? { marks: new Map(marks), byKey } : undefined;
  } catch {
    return undefined;
  }
}
