import { lookup } from 'mrmime';

/** Returns the content type of a file by its name. Text of any kind names its charset, without which XML and SVG would be read as Latin-1. */
export function contentTypeOf(file: string): string {
  const type = lookup(file) ?? 'application/octet-stream';
  return /^text\/|xml$/.test(type) ? `${type}; charset=utf-8` : type;
}
