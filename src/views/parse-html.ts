/**
 * Parses HTML without positions, as a browser without scripts does. hast-util-from-html always computes the positions, which takes as long as
 * the rest.
 */
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse, parseFragment } from 'parse5';

const OPTIONS = { scriptingEnabled: false };

/** Parses a document. */
export const parseHtml = (html: string): Root => fromParse5(parse(html, OPTIONS)) as Root;

/** Parses a part of a body. */
export const parseHtmlFragment = (html: string): Root => fromParse5(parseFragment(html, OPTIONS)) as Root;
