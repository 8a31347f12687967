/**
 * Diagnostics: a permanent kind, a message that describes the error, and a hint that describes the correction. All messages are in one file, so that
 * an editor reads them together.
 */
import { lookAlikesIn, withLatinLetters } from './look-alikes.ts';

/** The location of a diagnostic: a point of the text, or a path in the YAML, which `content` resolves to a point. */
export type Location = { line: number; column: number } | { path: readonly (string | number)[] };

export interface Diagnostic {
  kind: DiagnosticKind;
  /** Path under the content folder. */
  file: string;
  at: Location;
  message: string;
  hint: string;
}

type Words = [message: string, hint: string];

/** The outcome of a path through a decision tree. */
interface Ruling {
  file: string;
  path: string;
  outcome: string;
  level: string;
}

const near = (names: readonly string[]): string =>
  names.length === 0 ? '' : names.length === 1 ? `Did you mean ${names[0]}?` : `Did you mean one of: ${names.join(', ')}?`;

/** Returns a hint for a link that is not similar to any page. */
function deadLinkHint(href: string): string {
  if (/^doi:/i.test(href)) return `Write a DOI as a web address: https://doi.org/${href.slice(4)}.`;
  if (/^kb:/i.test(href) && !href.startsWith('kb:')) return `Write the scheme in lower case: kb:${href.slice(3)}.`;
  if (/^[a-z][a-z\d+.-]*:/i.test(href) && !href.startsWith('kb:')) return 'A link is https://…, http://…, mailto:…, tel:… or kb:<page>.';
  if (href.startsWith('[')) return 'If it is a link, write [text](kb:<page>). Write a literal bracket as \\[.';
  if (/^\/[^#?]*\.\w+$/.test(href)) return 'Put the file into the folder public.';
  return 'Link to kb:<page>, to kb:<page>.<section>, to a file of the content folder, or to a file of the folder public as /file.pdf.';
}

/** Facts of messages that are names, so that a letter of another script is a typo. */
const NAMES = ['point', 'key', 'href', 'id', 'name', 'to', 'section', 'answer', 'attribute', 'value', 'field'];

/** Returns the hint for a name with letters of other scripts that look like Latin ones. */
function lookAlikeHint(x: Readonly<Record<string, unknown>>): string | undefined {
  const name = NAMES.map((fact) => x[fact]).find((value): value is string => typeof value === 'string' && lookAlikesIn(value).length > 0);
  if (name === undefined) return undefined;
  const found = lookAlikesIn(name).map(({ what, characters }) => {
    const quoted = characters.map((character) => `“${character}”`);
    return quoted.length === 1 ? `${quoted[0]} is a ${what}.` : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)} are ${what}s.`;
  });
  return [...found, near((x.near as string[] | undefined) ?? []) || `Write ${withLatinLetters(name)}.`].join(' ');
}

const list = (names: readonly string[]): string => (names.length ? names.join(', ') : 'none');

export const kinds = {
  'not-utf8': (): Words => ['The file is not UTF-8 text.', 'Save it as UTF-8 without a byte order mark.'],
  'misplaced-file': (x: { path: string; right: string | undefined; shapes: readonly string[] }): Words => [
    x.right ? `“${x.path}” has the wrong extension.` : `“${x.path}” is not in a known content folder.`,
    x.right
      ? `Rename it to ${x.right}.`
      : /\.(?:png|jpe?g|gif|svg|webp|avif|pdf|zip|csv|txt)$/i.test(x.path)
        ? 'Put pictures and other files into the folder public, and use their path there: ![description](/picture.png).'
        : `Content files are ${x.shapes.join(', ')}.`,
  ],
  'missing-file': (x: { path: string; hint: string }): Words => [`There is no file “${x.path}”.`, x.hint],
  'unknown-language': (x: { lang: string; known: readonly string[] }): Words => [
    `Language “${x.lang}” is not listed in site.yaml; the file is ignored.`,
    `Add ${x.lang} to languages in site.yaml, or move the file. The languages are: ${list(x.known)}.`,
  ],
  'unknown-text-language': (x: { lang: string; known: readonly string[] }): Words => [
    `The text is given in “${x.lang}”, which is not a language of this base.`,
    `The languages are: ${list(x.known)}; add ${x.lang} to languages in site.yaml, or delete the text.`,
  ],
  'broken-yaml': (x: { reason: string; hint?: string }): Words => [
    `Invalid YAML: ${x.reason}`,
    x.hint ?? 'Correct the YAML. Put text that contains “: ” or begins with a special character in quotes.',
  ],
  'no-front-matter': (x: { isOpen: boolean; hasFields: boolean }): Words =>
    x.isOpen
      ? ['The front matter has no end.', 'Write --- on a line of its own after the last field.']
      : x.hasFields
        ? ['The first line of the file is not ---.', 'Write --- on a line of its own before the first field, with nothing before it.']
        : ['The page has no front matter.', 'Begin the file with --- and the fields title, summary and reviewed, then ---.'],
  'empty-page': (): Words => ['The page has no text.', 'Write at least one paragraph below the front matter.'],
  'oversized-page': (x: { size: number; limit: number }): Words => [
    `The text of the page has ${x.size} characters, so its HTML would be too large.`,
    `Split it into pages of at most ${x.limit} characters.`,
  ],
  'broken-mdx': (x: { reason: string; hint: string }): Words => [`Invalid MDX: ${x.reason}`, x.hint],
  'foreign-syntax': (x: { text: string; hint: string }): Words => [
    // This character replaces code, images and other nodes without text.
    `“${x.text.replaceAll('\uFFFC', '…')}” has no meaning here and would be published as it is.`,
    x.hint,
  ],
  'invisible-character': (x: { name: string }): Words => [
    `The text contains the invisible character ${x.name}.`,
    `Delete it, or its escape.${/^U\+202[A-E]/.test(x.name) ? ' Write a text in the other direction as <bdi>…</bdi> or <bdo dir="rtl">…</bdo>.' : ''}`,
  ],
  'misplaced-element': (x: { reason: string; hint: string }): Words => [x.reason, x.hint],
  'lost-cell': (x: { cells: number; columns: number }): Words => [
    `This row has ${x.cells} cells, but the table has ${x.columns} ${x.columns === 1 ? 'column' : 'columns'}; the rest would be lost.`,
    'Write a literal | as \\|, also in code, or add a column to the head of the table.',
  ],
  'note-in-link': (x: { name: string }): Words => [
    `The footnote “${x.name}” is inside a link.`,
    `Write the reference after the link: [text](…)[^${x.name}].`,
  ],
  'bad-url': (x: { href: string }): Words => [
    `“${x.href}” is not a valid URL.`,
    'Correct it, and write links as [text](https://…). Put an address that is only an example in backquotes: `http://localhost:PORT/`.',
  ],
  'dead-click': (x: { href: string }): Words => [
    `“${x.href}” would not become a link: a node of a diagram only links to an address of this site.`,
    'Write click node href "kb:<page>", or delete the line and put the link into the list or table after the diagram.',
  ],
  'duplicate-diagram': (x: { line: number }): Words => [
    `The same diagram is already on line ${x.line}.`,
    'Delete one of the two and refer to the other, or change its accTitle.',
  ],
  'code-in-page': (x: { text: string }): Words => [
    `“${x.text}” is code, which a page must not contain.`,
    'Write a literal { or < as \\{ or \\<. Put the attributes of a component in quotes.',
  ],
  'raw-html': (x: { markup: string }): Words => [
    `${x.markup} is not allowed in a page.`,
    'Write links, images and headings in Markdown. Styles, scripts and embedded content are not allowed.',
  ],
  'raw-attribute': (x: { attribute: string; value: string; element: string; known: readonly string[] }): Words => [
    x.known.includes(x.attribute)
      ? `“${x.value.slice(0, 40)}” cannot be the ${x.attribute} of <${x.element}>.`
      : `The attribute ${x.attribute} of <${x.element}> is not allowed in a page.`,
    `Attributes of <${x.element}>: ${list(x.known)}. Styles, scripts and embedded content are not allowed.`,
  ],
  'broken-mermaid': (x: { reason: string }): Words => [
    `Invalid Mermaid: ${x.reason}`,
    'Correct the diagram. The syntax is at https://mermaid.js.org/.',
  ],
  'undrawn-diagram': (x: { name: string }): Words => [
    `The diagram “${x.name}” is new or changed, and no browser was found to render it.`,
    'Run npm run draw on a machine with Chromium and commit the result.',
  ],
  'altered-diagram': (x: { name: string; reason: string }): Words => [
    `The stored drawing of “${x.name}” cannot be used: ${x.reason}.`,
    'Run npm run draw on a machine with Chromium and commit the result. Do not edit a drawing by hand.',
  ],
  'silent-diagram': (x: { missing: readonly string[] }): Words => [
    `The diagram has no text alternative. Missing: ${list(x.missing)}.`,
    'Add accTitle: … and accDescr: … after the type of the diagram, and a list or a table with the same content after it.',
  ],
  'no-fields': (x: { required: readonly string[] }): Words => ['The file has no fields.', `Write at least these fields: ${list(x.required)}.`],
  'missing-field': (x: { field: string }): Words => [`The field “${x.field}” is missing.`, `Add “${x.field.split('.').at(-1)}: …”.`],
  'unknown-field': (x: { field: string; near: readonly string[]; known: readonly string[] }): Words => [
    `The field “${x.field}” is unknown.`,
    near(x.near) || `Known fields: ${list(x.known)}.`,
  ],
  'bad-field': (x: { field: string; reason: string; value?: unknown }): Words => [`The field “${x.field}” is invalid.`, x.reason],
  'bad-id': (x: { id: string }): Words => [
    `“${x.id}” is not a valid id.`,
    'An id is short, ASCII and kebab-case, does not begin with fn, and is not notes or intro.',
  ],
  'reserved-id': (x: { id: string; suggestion: string }): Words => [
    `The id “${x.id}” is used by the page itself.`,
    `Use another id, for example ${x.suggestion}.`,
  ],
  'bad-note-name': (x: { name: string; suggestion: string }): Words => [
    `“${x.name}” is not a valid name of a footnote.`,
    `The name becomes a permanent address: lower-case letters, digits and hyphens, with at least one letter and no spaces, for example [^${x.suggestion}].`,
  ],
  'duplicate-id': (x: { id: string; other: string }): Words => [
    `The id “${x.id}” is already used by ${x.other}.`,
    'An id is unique among pages, trees and sources, and has the same kind in every language. Rename one of the two files.',
  ],
  'duplicate-section': (x: { id: string; line: number }): Words => [`The id “${x.id}” is already used on line ${x.line}.`, 'Use another id here.'],
  'heading-without-id': (x: { title: string; suggestion: string }): Words => [
    `The heading “${x.title}” has no id.`,
    `Write it as: ${x.title} [#${x.suggestion}]`,
  ],
  'duplicate-block-id': (x: { id: string; line: number; moved: string }): Words => [
    `The block id “${x.id}” is already used on line ${x.line}.`,
    `If this block was in another section before, write its id there: ${x.moved}. Otherwise delete this id and run npm run ids.`,
  ],
  'stray-mark': (x: { text: string }): Words => [
    `“${x.text}” is not the id of a block.`,
    'Write a number, as [#2] or [#definition.2], at the end of the block, or on a line of its own below a table, a code block or a diagram. Write a literal bracket as \\[.',
  ],
  'bad-heading': (x: { reason: string; isEmpty?: boolean }): Words => [
    x.reason,
    x.isEmpty ? 'Write its words, or delete the line.' : 'Sections are ##, subsections ###. The title of the page is in the front matter.',
  ],
  'empty-link': (x: { href: string }): Words => [`The link “${x.href}” has no words.`, 'Write them between the brackets: [text](…).'],
  'dead-link': (x: { href: string; near: readonly string[] }): Words => [
    `The target of the link “${x.href}” does not exist.`,
    near(x.near) || deadLinkHint(x.href),
  ],
  'dead-fragment': (x: { href: string; page: string; near: readonly string[]; known: readonly string[] }): Words => [
    `The link “${x.href}” refers to a section that ${x.page} does not have.`,
    `${near(x.near) ? `${near(x.near)} ` : ''}Its sections: ${list(x.known)}.`,
  ],
  'unknown-source': (x: { key: string; near: readonly string[] }): Words => [
    `There is no source “${x.key}”.`,
    near(x.near) ? `${near(x.near)} For a new source, add sources/${x.key}.yaml.` : `Add sources/${x.key}.yaml, or cite an existing source.`,
  ],
  'unknown-paragraph': (x: { key: string; locator: string; known: readonly string[] }): Words => [
    `The text of “${x.key}” has no paragraph “${x.locator}”.`,
    // A locator can contain a comma.
    `Its paragraphs: ${x.known.join('; ')}.`,
  ],
  'unknown-label': (x: { name: string; near: readonly string[]; known: readonly string[] }): Words => [
    `The label of “${x.name}” is unknown.`,
    `${near(x.near) || 'If it is a name, begin it with a capital letter.'} Labels of a locator: ${list(x.known)}.`,
  ],
  'broken-citation': (x: { text: string }): Words => [
    `“${x.text}” is not a valid citation.`,
    'Write [@key], [@key, locator] or [@key, locator; @other-key]; in a tree, "key, locator". Write a literal bracket as \\[.',
  ],
  'undefined-note': (x: { name: string; near: readonly string[] }): Words => [
    `The footnote “${x.name}” is not defined.`,
    /\s/.test(x.name)
      ? 'The name of a footnote has no spaces. Write a literal bracket as \\[.'
      : near(x.near) || `Add at the end of the file: [^${x.name}]: the text of the note. Write a literal bracket as \\[.`,
  ],
  'empty-note': (x: { name: string }): Words => [
    `The footnote “${x.name}” has no text.`,
    `Write it on the same line: [^${x.name}]: one short paragraph.`,
  ],
  'unused-note': (x: { name: string }): Words => [`The footnote “${x.name}” is not referenced.`, `Add a reference [^${x.name}], or delete the note.`],
  'duplicate-note': (x: { name: string; line: number }): Words => [
    `The footnote “${x.name}” is already defined on line ${x.line}.`,
    'Use another name here.',
  ],
  'image-without-alt': (x: { url: string }): Words => [`The image “${x.url}” has no alternative text.`, 'Describe the image: ![description](…).'],
  'dead-image': (x: { url: string; near: readonly string[] }): Words => [
    `The image “${x.url}” is not in the folder public.`,
    near(x.near) || 'Add the file to public and use its path there: ![description](/picture.png).',
  ],
  'unknown-point': (x: { point: string; near: readonly string[] }): Words => [
    `article.yaml has no point “${x.point}”.`,
    near(x.near) || 'Add the point to article.yaml, or use an existing one.',
  ],
  'unknown-jurisdiction': (x: { id: string; known: readonly string[] }): Words => [
    `“${x.id}” is not in jurisdictions of site.yaml.`,
    `Add it there with its name per language, or use one of: ${list(x.known)}.`,
  ],
  'unknown-section': (x: { section: string; near: readonly string[]; known: readonly string[] }): Words => [
    `The page has no section “${x.section}”.`,
    `${near(x.near) ? `${near(x.near)} ` : ''}Its sections: ${list(x.known)}.`,
  ],
  'unknown-tree': (x: { id: string; near: readonly string[] }): Words => [
    x.id ? `There is no decision tree “${x.id}”.` : '<Tree> has no id.',
    near(x.near) || !x.id
      ? near(x.near) || 'Write <Tree id="…" /> with the id of a decision tree.'
      : `Add decisions/${x.id}.yaml, or show an existing tree.`,
  ],
  'unknown-component': (x: { name: string; known: readonly string[] }): Words => [
    `There is no component <${x.name}>.`,
    `Known components: ${list(x.known)}.`,
  ],
  'bad-difference': (x: { reason: string }): Words => [
    x.reason,
    'Write <Differs id="differs-…" points="P1"> with a paragraph for the article and one for the sources.',
  ],
  'different-sections': (x: { lang: string; missing: readonly string[]; extra: readonly string[] }): Words => [
    `The sections differ from those of the ${x.lang} page. Missing: ${list(x.missing)}; only here: ${list(x.extra)}.`,
    'Use the same section ids in every language.',
  ],
  'different-tree': (x: { lang: string; missing: readonly string[]; extra: readonly string[] }): Words => [
    `The tree differs from that in ${x.lang}. Missing: ${list(x.missing)}; only here: ${list(x.extra)}.`,
    'Use the same start, nodes, answers and targets in every language. Only the texts differ.',
  ],
  'no-original': (x: { id: string; lang: string }): Words => [
    `“${x.id}” does not exist in ${x.lang}, the first language.`,
    `Write it in ${x.lang} first. The other languages are translations.`,
  ],
  'unknown-entry': (x: { id: string; near: readonly string[] }): Words => [
    `There is no page “${x.id}”.`,
    near(x.near) || 'Use the id of an existing page, or remove it.',
  ],
  'listed-twice': (x: { id: string }): Words => [`The page “${x.id}” is already listed in the reading order.`, 'List each page once.'],
  'unlisted-page': (x: { id: string }): Words => [`The page “${x.id}” is not listed in the reading order.`, 'Add it to navigation in site.yaml.'],
  'missing-target': (x: { led: string; to: string; sought: string; near: readonly string[] }): Words => [
    `${x.led} “${x.to}”, but there is no such ${x.sought}.`,
    near(x.near) || 'Add it, or use an existing one.',
  ],
  'duplicate-node': (x: { id: string }): Words => [`“${x.id}” is both a question and an outcome.`, 'Rename one of the two.'],
  'unreachable-node': (x: { id: string; start: string }): Words => [
    `No path from “${x.start}” reaches “${x.id}”.`,
    'Point an answer to it, or delete it.',
  ],
  cycle: (x: { path: readonly string[] }): Words => [
    `The tree has a cycle: ${x.path.join(' → ')}.`,
    'Point one of these answers to another question or an outcome.',
  ],
  'no-outcome': (x: { id: string }): Words => [
    `The question “${x.id}” has no answers, so its paths have no outcome.`,
    'Add answers, or make it an outcome.',
  ],
  'too-many-states': (x: { tree: string; states: number; limit: number }): Words => [
    `The tree “${x.tree}” has more than ${x.limit} states.`,
    'Split it into two trees, or end branches earlier.',
  ],
  'unknown-fact': (x: { what: 'fact' | 'value' | 'topic'; name: string; of?: string; near: readonly string[]; known: readonly string[] }): Words => [
    `facts.yaml has no ${x.what} “${x.name}”${x.of === undefined ? '' : ` of “${x.of}”`}.`,
    near(x.near) || (x.known.length ? `Add it there, or use one of: ${list(x.known)}.` : 'Add it there.'),
  ],
  contradiction: (x: { topic: string; here: Ruling; there: Ruling }): Words => [
    `On “${x.topic}” the same facts lead to “${x.here.level}” here and to “${x.there.level}” in ${x.there.file}: ${x.here.path} → ${x.here.outcome}, but ${x.there.path} → ${x.there.outcome}.`,
    'Use the same level for both outcomes, or add the fact that distinguishes the paths to an answer or an outcome.',
  ],
  'impossible-path': (x: { path: string; fact: string; values: readonly string[] }): Words => [
    `The path ${x.path} is impossible: it gives the fact “${x.fact}” the values ${x.values.join(' and ')}.`,
    'Point one of its answers to another node, or correct the fact.',
  ],
  'unknown-answer': (x: { answer: string; known: readonly string[] }): Words => [
    `The assumed answer “${x.answer}” does not exist.`,
    `The answers are: ${list(x.known)}.`,
  ],
} satisfies Record<string, (x: never) => Words>;

export type DiagnosticKind = keyof typeof kinds;

type Facts<K extends DiagnosticKind> = Parameters<(typeof kinds)[K]>[0];

/** Returns a diagnostic. `facts` are the data of its message. */
export function diagnostic<K extends DiagnosticKind>(
  kind: K,
  file: string,
  at: Location,
  ...facts: Facts<K> extends undefined ? [] : [Facts<K>]
): Diagnostic {
  const [message, hint] = (kinds[kind] as (x: unknown) => Words)(facts[0]);
  return { kind, file, at, message, hint: lookAlikeHint(facts[0] ?? {}) ?? hint };
}
