/** Reading a card back: the number of the colour of each pixel, and the colours. */
import { inflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue of each colour. */
  palette: number[][];
  at(x: number, y: number): number;
}

/** Read a PNG of eight bits a pixel with a palette and no filters. */
export function readPng(png: Buffer): Picture {
  const chunks: Record<string, Buffer> = {};
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks[png.toString('latin1', at + 4, at + 8)] = png.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  const [width, height] = [chunks.IHDR!.readUInt32BE(0), chunks.IHDR!.readUInt32BE(4)];
  const rows = inflateSync(chunks.IDAT!);
  const palette = Array.from({ length: chunks.PLTE!.length / 3 }, (_, one) => [...chunks.PLTE!.subarray(one * 3, one * 3 + 3)]);
  return { width, height, palette, at: (x, y) => rows[y * (width + 1) + 1 + x]! };
}

/** Find the smallest rectangle that holds everything printed. */
export function printedArea({ width, height, at }: Picture): { left: number; top: number; right: number; bottom: number } {
  const area = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (at(x, y) === 0) continue;
      area.left = Math.min(area.left, x);
      area.right = Math.max(area.right, x);
      area.top = Math.min(area.top, y);
      area.bottom = Math.max(area.bottom, y);
    }
  }
  return area;
}
