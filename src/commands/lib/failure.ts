/** Returns the message for an error that ended a command. For an error of the file system, it says what to do. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const words = code === undefined ? undefined : WORDS[code];
  if (!words) return error.message || error.name;
  const place = dest ?? path;
  return `${words}${place ? ` (${place})` : ''} Any site built before is still there.`;
}

const WORDS: Record<string, string> = {
  ENOSPC: 'The disk is full. Free some space and build again.',
  EDQUOT: 'The disk quota is used up. Free some space and build again.',
  EROFS: 'The file system is read-only. Build on one that can be written, or name another folder in OUT_DIR.',
  EACCES: 'A file or folder may not be written by this user. Give the user the right to it, or name another folder in OUT_DIR.',
  EPERM: 'A file or folder may not be written by this user. Give the user the right to it, or name another folder in OUT_DIR.',
  EMFILE: 'Too many files are open. Raise the limit (ulimit -n) and build again.',
};
