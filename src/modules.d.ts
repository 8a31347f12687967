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

declare namespace App {
  interface Locals {
    /** From `layouts/BaseLayout.astro`, for `middleware.ts`. */
    body?: import('./views/finish-page.ts').PageBody;
    /** The book, if the page is one. */
    book?: import('./model/book.ts').Book | undefined;
  }
}
