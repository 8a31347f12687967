/** Reads the pixels of a card, each as red, green and blue. */
import { inflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  at(x: number, y: number): string;
}

/** Reads a PNG of eight bits a pixel with a palette, without interlacing (https://www.w3.org/TR/png-3/#9Filters). */
export function readPng(png: Uint8Array): Picture {
  const file = Buffer.from(png);
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const chunks: Record<string, Buffer[]> = {};
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at)) {
    (chunks[file.toString('latin1', at + 4, at + 8)] ??= []).push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  }
  const packed = inflateSync(Buffer.concat(chunks.IDAT!));
  const pixels = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) {
    const filter = packed[y * (width + 1)]!;
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const left = x === 0 ? 0 : pixels[at - 1]!;
      const up = y === 0 ? 0 : pixels[at - width]!;
      const corner = x === 0 || y === 0 ? 0 : pixels[at - width - 1]!;
      pixels[at] = packed[at + y + 1]! + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
    }
  }
  const palette = chunks.PLTE![0]!;
  return { width, height, at: (x, y) => palette.toString('hex', pixels[y * width + x]! * 3, pixels[y * width + x]! * 3 + 3) };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  return [left, up, corner].reduce((best, one) => (Math.abs(guess - one) < Math.abs(guess - best) ? one : best));
}

/** Returns the bounding box of all pixels that differ from the background. */
export function contentBox({ width, height, at }: Picture): { left: number; top: number; right: number; bottom: number } {
  const paper = at(0, 0);
  const area = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (at(x, y) === paper) continue;
      area.left = Math.min(area.left, x);
      area.right = Math.max(area.right, x);
      area.top = Math.min(area.top, y);
      area.bottom = Math.max(area.bottom, y);
    }
  }
  return area;
}
