export interface Edit {
  start: number;
  end: number;
  text: string;
}

export function applyEdits(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .filter((edit, at, all) => at === 0 || edit.end <= all[at - 1]!.start)
    .reduce((made, { start, end, text: then }) => made.slice(0, start) + then + made.slice(end), text);
}
