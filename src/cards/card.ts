/** A card: the picture that chat software shows beside a link. */
import type { Ink } from './colours.ts';

/** The size that all of them ask for, in pixels. */
export const WIDTH = 1200;
export const HEIGHT = 630;

/** How firm a claim is, or what follows from it, as the site shows it: a disc that is full, half or empty, or a word in a frame. */
export interface Standing {
  words: string;
  sign: 'full' | 'half' | 'empty' | 'frame';
  ink: Ink;
}

/** Everything that a card says. */
export interface Card {
  site: string;
  /** What the passage stands in: its page, or for a page its room. */
  within?: string;
  title: string;
  sentence: string;
  standing?: Standing;
}
