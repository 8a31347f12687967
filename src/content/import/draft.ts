/** Parses a foreign file: its front matter, its title and summary, and its tree. */
import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { markupIn } from '../../markdown/foreign-syntax.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { isInCalendar } from '../../schema/fields.ts';
import { adaptLines } from './adapt-lines.ts';
import { simplify } from './simplify-tree.ts';

/** A foreign file during its import. */
export interface Draft {
  path: string;
  id: string;
  title: string;
  summary: string;
  reviewed: string;
  tree: Root;
  /** The id of a section by the fragment that other programs would give its heading. */
  fragments: Map<string, string>;
  lost: string[];
}

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

export function draftOf(path: string, text: string, id: string, today: string): Draft {
  const lost: string[] = [];
  const front = FRONT_MATTER.exec(text);
  let data: Record<string, unknown> = {};
  try {
    data = (front && (parseYaml(front[1]!) as Record<string, unknown> | null)) || {};
  } catch {
    lost.push('front matter that is not valid YAML');
  }
  const known = new Set(['title', 'description', 'summary', 'date', 'reviewed']);
  const dropped = Object.keys(data).filter((key) => !known.has(key));
  if (dropped.length > 0) lost.push(`front matter: ${dropped.join(', ')}`);
  const tree = simplify(parseForeign(adaptLines(text.slice(front?.[0].length ?? 0), lost), path.endsWith('.mdx'), lost), lost);
  const first = tree.children[0];
  const own = first?.type === 'heading' && first.depth === 1 ? plain(plainText(first)) : '';
  if (own) tree.children.shift();
  const title = (typeof data.title === 'string' && plain(data.title)) || own || plain(id.replaceAll('-', ' '));
  const opening = tree.children.find((node) => node.type === 'paragraph');
  const said = [data.summary, data.description].find((one) => typeof one === 'string' && one.trim());
  const summary = plain((said as string | undefined) ?? firstSentences(opening ? plainText(opening) : '')) || title;
  const day = [data.reviewed, data.date]
    .map((one) => String(one ?? '').slice(0, 10))
    .find((one) => /^\d{4}-\d\d-\d\d$/.test(one) && isInCalendar(one));
  return { path, id, title, summary, reviewed: day ?? today, tree, fragments: new Map(), lost };
}

/** Removes Markdown and HTML from a text. */
function plain(text: string): string {
  let made = text.replace(/\s+/g, ' ').trim();
  for (let found = markupIn(made), at = 0; found !== undefined && at < 50; found = markupIn(made), at += 1) {
    const bare = found
      .replace(/^!?\[([^\]]*)\]\(.*$/, '$1')
      .replace(/^&.*;?$/, ' ')
      .replace(/^<.*$/, '')
      .replace(/[`*_[\]]/g, '');
    made = made.replace(found.replace(/…$/, ''), bare === found ? '' : bare);
  }
  return made.replace(/\s+/g, ' ').trim();
}

const firstSentences = (text: string): string =>
  text.length <= 240 ? text : (/^.{40,240}?[.!?](?=\s)/su.exec(text)?.[0] ?? `${text.slice(0, 200).replace(/\s+\S*$/, '')} …`);

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();
const withComponents = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).freeze();

function parseForeign(text: string, isMdx: boolean, lost: string[]): Root {
  if (isMdx)
    try {
      return withComponents.parse(text);
    } catch {
      lost.push('components, because the MDX is not valid');
    }
  return markdown.parse(text);
}
