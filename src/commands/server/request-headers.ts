/** Reads the headers of a conditional request, a range request and `Accept-Encoding`. */
import type { IncomingHttpHeaders } from 'node:http';

/** Whether the client has the current version of the file. */
export function isUnchanged(headers: IncomingHttpHeaders, etag: string, changed: number): boolean {
  const given = headers['if-none-match'];
  if (given !== undefined) return given === '*' || given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Number.isFinite(since) && Math.trunc(changed / 1000) * 1000 <= since;
}

/** Reads one range of bytes (RFC 9110, 14.2). For anything else, or several ranges, the response is the whole file. */
export function rangeOf(
  headers: IncomingHttpHeaders,
  size: number,
  etag: string,
  changed: number,
): { start: number; end: number } | 'unsatisfiable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range?.replaceAll(' ', '') ?? '') ?? [];
  const condition = headers['if-range']?.toString();
  if (condition !== undefined && condition !== etag && Date.parse(condition) !== Math.trunc(changed / 1000) * 1000) return undefined;
  if (first === '' && last === '') return undefined;
  if (first === '') return Number(last) === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const start = Number(first);
  const end = last === '' ? size - 1 : Number(last);
  if (last !== '' && end < start) return undefined;
  return start >= size ? 'unsatisfiable' : { start, end: Math.min(end, size - 1) };
}

/** Chooses the compression that the browser accepts: brotli, gzip, or none. */
export function codingFor(accepted: string): 'br' | 'gzip' | undefined {
  const weights = new Map<string, number>(
    accepted.split(',').map((one) => {
      const [name = '', ...options] = one.split(';').map((part) => part.trim().toLowerCase());
      return [name, Number(options.find((option) => option.startsWith('q='))?.slice(2) ?? 1)] as const;
    }),
  );
  return (['br', 'gzip'] as const).find((coding) => (weights.get(coding) ?? 0) > 0);
}
