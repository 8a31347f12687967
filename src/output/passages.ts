/** What each address of an edition says in its own words: the stuff of share pages and cards. */
import type { Nodes, Parents } from 'mdast';
import type { Standing } from '../cards/card.ts';
import { headingId } from '../markdown/heading-ids.ts';
import { NOTES } from '../markdown/notes.ts';
import { plainText } from '../markdown/plain-text.ts';
import type { Target } from '../model/address-index.ts';
import { nodeOf } from '../model/decision.ts';
import type { Edition } from '../model/edition.ts';
import type { Page } from '../model/page.ts';
import type { ArticleData } from '../schema/article.ts';
import type { QuestionData } from '../schema/decision.ts';
import { beginning } from './sentences.ts';
import { shareWords, type ShareWords } from './share-words.ts';

/** A place with its own words. */
export interface Passage {
  title: string;
  /** What it stands in: for a part of a page the title of the page, for a page the room. */
  within?: string;
  text: string;
  standing?: Standing;
}

/** Find what an address says. */
export function passageOf(edition: Edition, target: Target): Passage {
  const words = shareWords(edition.lang);
  const { entry, address, title } = target;
  const name = address.slice(entry.length + 1);
  const page = edition.pages.get(entry);
  if (page)
    return name
      ? partOf(page, name, words)
      : { title, within: page.kind === 'front' ? undefined : words[page.kind], text: page.data.summary, standing: certaintyOf(page, words) };
  const tree = edition.trees.get(entry);
  if (tree) {
    if (!name) return { title, within: words.decision, text: tree.data.summary };
    const node = nodeOf(tree, name);
    const place = { title, within: tree.data.title };
    if ('question' in node) return { ...place, text: node.question.why ?? labelsOf(node.question) };
    const { level, text } = node.outcome;
    return { ...place, text, standing: { words: words.level[level], sign: 'frame', ink: level } };
  }
  const { article } = edition;
  const source = edition.sources.get(entry);
  if (source) {
    const { status, summary } = source.data;
    return { title, within: words.source, text: summary, standing: { words: words.status[status], sign: SIGNS[status], ink: 'ink-soft' } };
  }
  return article ? inArticle(edition, article.data, name) : { title, text: '' };
}

const labelsOf = ({ answers }: QuestionData): string =>
  Object.values(answers)
    .map(({ label }) => label)
    .join(' / ');

function inArticle({ lang }: Edition, { title, author, points }: ArticleData, point: string): Passage {
  const local = (texts: Record<string, string>): string => texts[lang] ?? Object.values(texts)[0] ?? '';
  if (point) {
    const { place = {}, gist = {} } = points[point] ?? {};
    return { title: `${local(place)} (${point})`, within: title, text: local(gist) };
  }
  return {
    title,
    within: author,
    text: Object.values(points)
      .map(({ gist }) => local(gist))
      .join(' '),
  };
}

function partOf(page: Page, name: string, words: ShareWords): Passage {
  const place = { within: page.data.title, standing: certaintyOf(page, words) };
  const note = page.notes.find((one) => `fn-${one.name}` === name);
  if (note) return { ...place, title: `${words.note} ${numberOf(page, note.name)}`, text: note.text };
  if (name === NOTES)
    return { ...place, title: words.notes, text: page.notes.map(({ name: one, text }) => `${words.note} ${numberOf(page, one)}: ${text}`).join(' ') };
  const aside = page.components.find(({ attributes }) => attributes.id === name);
  if (aside) {
    const points = aside.attributes.points;
    return {
      ...place,
      title: points ? `${words.differs}: ${points}` : words.differs,
      text: aside.paragraphs.map((said) => beginning(said, 0)).join(' '),
    };
  }
  const section = page.sections.find(({ id }) => id === name);
  return { ...place, title: section?.title ?? page.data.title, text: textOf(page, name) || page.data.summary };
}

/** Notes are numbered in the order in which the text first refers to them. */
function numberOf(page: Page, name: string): number {
  const order = [...new Set(page.references.map((reference) => reference.name.toLowerCase()))];
  return order.indexOf(name.toLowerCase()) + 1;
}

/**
 * Give the words of a section; of one that has only sections in it, those of the first of them. What stands in a component is
 * that component's; where there is nothing else, its last word, which is what the sources say.
 */
function textOf({ tree }: Page, name: string): string {
  const nodes = tree?.children ?? [];
  const start = nodes.findIndex((node) => node.type === 'heading' && headingId(node) === name);
  const heading = nodes[start];
  const own: string[] = [];
  const aside: string[] = [];
  for (const node of nodes.slice(start + 1)) {
    if (node.type === 'heading' && (own.length + aside.length > 0 || (heading?.type === 'heading' && node.depth <= heading.depth))) break;
    if (node.type === 'mdxJsxFlowElement') aside.push(...node.children.flatMap(saidIn));
    else own.push(...saidIn(node));
  }
  return (own.length ? own : aside.slice(-1)).map((text) => (/[\p{L}\d%]$/u.test(text) ? `${text}.` : text)).join(' ');
}

/** List the paragraphs in a node, without tables, code and components. */
function saidIn(node: Nodes): string[] {
  if (node.type === 'paragraph') return [plainText(node)].filter(Boolean);
  return node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote' ? (node as Parents).children.flatMap(saidIn) : [];
}

const SIGNS = { settled: 'full', contested: 'half', open: 'empty', verified: 'full', secondary: 'half', unverified: 'empty' } as const;

function certaintyOf({ data: { certainty } }: Page, words: ShareWords): Standing | undefined {
  return certainty && { words: words.certainty[certainty], sign: SIGNS[certainty], ink: 'ink-soft' };
}
