/** Transfer sizes and their percentiles. */
import { brotliCompressSync } from 'node:zlib';
import type { Request } from 'playwright';

/** Returns the transfer size of a response in brotli. A cached response has none. */
export async function transferSize(request: Request): Promise<number> {
  const body = await (await request.response())?.body().catch(() => undefined);
  // Compressed content is sent unchanged.
  return body ? Math.min(body.length, brotliCompressSync(body).length) : 0;
}

/** Returns percentiles: 0.5 is the median, 1 the maximum. */
export function percentiles(numbers: number[], digits: number, ...shares: number[]): string[] {
  const sorted = numbers.toSorted((a, b) => a - b);
  return shares.map((share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(digits));
}
