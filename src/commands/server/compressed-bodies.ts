import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The quality of brotli, from 1 to 11: a reader waits for the first compression of a file. */
const QUALITY = 6;
/** Maximum size of all stored bodies together, in bytes. */
const KEPT = 64 * 2 ** 20;

/** Compresses files and stores the results. */
export class CompressedBodies {
  readonly #kept = new Map<string, Promise<Buffer>>();
  readonly #sizes = new Map<string, number>();

  get(file: string, etag: string, coding: 'br' | 'gzip'): Promise<Buffer> {
    const key = `${coding} ${etag} ${file}`;
    const known = this.#kept.get(key);
    if (known) {
      // The least recently used body is deleted first.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const body = compress(file, coding);
    this.#kept.set(key, body);
    body.then(
      ({ length }) => this.#count(key, length),
      () => this.#kept.delete(key),
    );
    return body;
  }

  #count(key: string, length: number): void {
    this.#sizes.set(key, length);
    for (const [oldest] of this.#kept) {
      if ([...this.#sizes.values()].reduce((sum, one) => sum + one, 0) <= KEPT) return;
      this.#kept.delete(oldest);
      this.#sizes.delete(oldest);
    }
  }
}

async function compress(file: string, coding: 'br' | 'gzip'): Promise<Buffer> {
  const handle = await open(file);
  try {
    const whole = await handle.readFile();
    if (coding === 'gzip') return await promisify(gzip)(whole);
    return await promisify(brotliCompress)(whole, {
      params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length },
    });
  } finally {
    await handle.close();
  }
}
