declare module 'subset-font' {
  /** Reduces a font to a set of characters (https://github.com/papandreou/subset-font). */
  export default function subset(
    font: Uint8Array,
    characters: string,
    options: {
      targetFormat: 'woff2';
      variationAxes: Record<string, number | { min: number; max: number }>;
      noLayoutClosure: boolean;
      keepFeatures: string[];
    },
  ): Promise<Uint8Array>;
}

declare module '@customcommander/ris' {
  /** Parses RIS (https://github.com/customcommander/ris); null for any other text. */
  const ris: { read(text: string): Record<string, unknown[]>[] | null };
  export default ris;
}

/** From `content/page-texts.ts`. */
declare module 'virtual:page-texts' {
  export function load(file: string): Promise<{ Content: import('astro/runtime/server/index.js').AstroComponentFactory }>;
}
