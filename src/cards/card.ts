/** A card: the picture that chat software shows beside a link. */
import { createHash } from 'node:crypto';

/** The size that all of them ask for, in pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** How firm a claim is, or what follows from it, as the site shows it: a disc that is full, half or empty, or a word in a frame. */
export interface Badge {
  words: string;
  sign: 'full' | 'half' | 'empty' | 'frame';
  ink: 'ink-soft' | 'duty' | 'terms' | 'risk' | 'clear';
}

/** Everything that a card says. */
export interface Card {
  lang: string;
  site: string;
  /** What the passage stands in: its page, or for a page its room. */
  within?: string;
  title: string;
  sentence: string;
  badge?: Badge;
}

/** Name a card by its words, and by what else shapes it. */
export const cardHash = (card: Card, press = ''): string =>
  createHash('sha256').update(press).update(JSON.stringify(card)).digest('hex').slice(0, 20);
