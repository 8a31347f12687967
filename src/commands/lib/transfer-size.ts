/** What goes over the wire, and figures of it. */
import { brotliCompressSync } from 'node:zlib';
import type { Request } from 'playwright';

/** Give the weight of what was answered, as a good host sends it; what comes from the cache weighs nothing. */
export async function transferSize(request: Request): Promise<number> {
  const body = await (await request.response())?.body().catch(() => undefined);
  // What is compressed already is sent as it is.
  return body ? Math.min(body.length, brotliCompressSync(body).length) : 0;
}

/** Give the numbers below which some shares of all lie: 0.5 the median, 1 the most. */
export function percentiles(numbers: number[], digits: number, ...shares: number[]): string[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  return shares.map((share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(digits));
}
