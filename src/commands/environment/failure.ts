/** Returns the message for an error that ended a command. For an error of the file system, the message also suggests a solution. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const words = WORDS[code ?? ''] ?? WORDS[codeIn(error.message)];
  if (!words) return error.message || error.name;
  const place = dest ?? path ?? /^Failed to write file in (.+)$/m.exec(error.message)?.[1];
  return `${words}${place ? ` (${place})` : ''} Any site built before is still there.`;
}

/** Returns the error code from a message of the bundler, which contains only the number of the error. */
const codeIn = (message: string): string => NUMBERS[/\(os error (\d+)\)/.exec(message)?.[1] ?? ''] ?? '';
const NUMBERS: Record<string, string> = { 1: 'EPERM', 13: 'EACCES', 24: 'EMFILE', 28: 'ENOSPC', 30: 'EROFS', 122: 'EDQUOT' };

const WORDS: Record<string, string> = {
  ENOSPC: 'The disk is full. Free some space and build again.',
  EDQUOT: 'The disk quota is used up. Free some space and build again.',
  EROFS: 'The file system is read-only. Build on one that can be written, or name another folder in OUT_DIR.',
  EACCES: 'A file or folder may not be written by this user. Give the user the right to it, or name another folder in OUT_DIR.',
  EPERM: 'A file or folder may not be written by this user. Give the user the right to it, or name another folder in OUT_DIR.',
  EMFILE: 'Too many files are open. Raise the limit (ulimit -n) and build again.',
};
