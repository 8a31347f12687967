/** A card: the image that chat software shows beside a link. */
import { createHash } from 'node:crypto';

/** The size that all chat software recommends, in pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** The certainty of a page, with a circle as on the site, the status of a source, or the level of an outcome, in a box. */
export interface Badge {
  label: string;
  icon: 'full' | 'half' | 'empty' | 'boxed' | 'none';
  colour: 'text-soft' | 'duty' | 'terms' | 'risk' | 'clear';
}

/** The content of a card. */
export interface Card {
  lang: string;
  site: string;
  /** For a passage, the title of its page; for a page, the title of the list that contains it. */
  context?: string;
  title: string;
  description: string;
  badge?: Badge;
}

/** Hashes the content of a card, with the hash of the renderer. */
export const cardHash = (card: Card, rendererHash = ''): string =>
  createHash('sha256').update(rendererHash).update(JSON.stringify(card)).digest('hex').slice(0, 20);
