/** Every error a writer can make, in one table: a permanent name, what is wrong, what would have been right. */

/** Where an error stands: a point of the text, or a path into the YAML that `checks` resolves to a point. */
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

/** What one path through a decision tree comes to. */
interface Ruling {
  file: string;
  path: string;
  outcome: string;
  level: string;
}

const near = (names: readonly string[]): string =>
  names.length === 0 ? '' : names.length === 1 ? `Did you mean ${names[0]}?` : `Did you mean one of: ${names.join(', ')}?`;

const list = (names: readonly string[]): string => (names.length ? names.join(', ') : 'none');

export const kinds = {
  'not-utf8': (): Words => ['The file is not UTF-8 text.', 'Save it as UTF-8 without a byte order mark.'],
  'misplaced-file': (x: { path: string; shapes: readonly string[] }): Words => [
    `Nothing reads “${x.path}”.`,
    `Files stand at ${x.shapes.join(', ')}.`,
  ],
  'missing-file': (x: { path: string; hint: string }): Words => [`There is no file “${x.path}”.`, x.hint],
  'unknown-language': (x: { lang: string; known: readonly string[] }): Words => [
    `The language “${x.lang}” is none of this base, so nothing reads the file.`,
    `Add ${x.lang} to languages in site.yaml, or move the file; the languages are: ${list(x.known)}.`,
  ],
  'broken-yaml': (x: { reason: string }): Words => [
    `The YAML cannot be read: ${x.reason}`,
    'Mend the YAML; text with “: ” or a leading sign goes in quotes.',
  ],
  'no-front-matter': (): Words => ['The page has no front matter.', 'Begin the file with --- and the fields title, summary and reviewed, then ---.'],
  'broken-mdx': (x: { reason: string }): Words => [
    `The MDX cannot be read: ${x.reason}`,
    'Close what was opened; write a literal { or < as \\{ or \\<.',
  ],
  'code-in-page': (x: { text: string }): Words => [
    `“${x.text}” is code, and a page holds none.`,
    'Write a literal { or < as \\{ or \\<; give the attributes of a component in quotes.',
  ],
  'raw-html': (x: { markup: string }): Words => [
    `${x.markup} has no place in a page.`,
    'Write links, images and headings in Markdown; looks belong to the site, and nothing else may be embedded or run.',
  ],
  'raw-attribute': (x: { attribute: string; value: string; element: string; known: readonly string[] }): Words => [
    x.known.includes(x.attribute)
      ? `“${x.value.slice(0, 40)}” cannot be the ${x.attribute} of <${x.element}>.`
      : `The attribute ${x.attribute} of <${x.element}> has no place in a page.`,
    `<${x.element}> may have: ${list(x.known)}. Looks belong to the site, and nothing may be embedded or run.`,
  ],
  'broken-mermaid': (x: { reason: string }): Words => [
    `Mermaid cannot read the diagram: ${x.reason}`,
    'Mend the diagram; https://mermaid.js.org/ has the syntax.',
  ],
  'undrawn-diagram': (x: { name: string }): Words => [
    `The diagram “${x.name}” is new or changed and there is no browser to draw it with.`,
    'Run npm run draw on a machine with Chromium and commit the drawing.',
  ],
  'altered-diagram': (x: { name: string; reason: string }): Words => [
    `The stored drawing of “${x.name}” cannot be used: ${x.reason}.`,
    'Run npm run draw on a machine with Chromium and commit the drawing; nobody edits one by hand.',
  ],
  'silent-diagram': (x: { missing: readonly string[] }): Words => [
    `The diagram says nothing to a reader who cannot see it: ${list(x.missing)} missing.`,
    'Begin it with accTitle: … and accDescr: … after the kind of diagram, and let a list or a table with the same content follow it.',
  ],
  'missing-field': (x: { field: string }): Words => [`The field “${x.field}” is missing.`, `Add “${x.field.split('.').at(-1)}: …”.`],
  'unknown-field': (x: { field: string; near: readonly string[]; known: readonly string[] }): Words => [
    `The field “${x.field}” is unknown.`,
    near(x.near) || `Known fields: ${list(x.known)}.`,
  ],
  'bad-field': (x: { field: string; reason: string }): Words => [`The field “${x.field}” is not right.`, x.reason],
  'bad-id': (x: { id: string }): Words => [
    `“${x.id}” cannot be an id.`,
    'An id is short, ASCII and kebab-case, does not begin with fn, and is not notes or intro.',
  ],
  'duplicate-id': (x: { id: string; other: string }): Words => [
    `The id “${x.id}” is taken by ${x.other}.`,
    'Ids are unique over pages, trees and sources, and name the same kind in every language; rename one of the two files.',
  ],
  'duplicate-section': (x: { id: string; line: number }): Words => [
    `The id “${x.id}” already stands on line ${x.line}.`,
    'Give this one an id of its own.',
  ],
  'heading-without-id': (x: { title: string; suggestion: string }): Words => [
    `The heading “${x.title}” has no id.`,
    `Write it as: ${x.title} [#${x.suggestion}]`,
  ],
  'duplicate-block-id': (x: { id: string; line: number; moved: string }): Words => [
    `The block id “${x.id}” is already used on line ${x.line}.`,
    `If this block moved here from another section, write the id that it had there, as ${x.moved}; otherwise delete the mark and run npm run ids.`,
  ],
  'stray-mark': (x: { text: string }): Words => [
    `“${x.text}” is not read as the id of a block.`,
    'Write [#2] or [#definition.2] at the end of the block, or on a line of its own below a table, a code block or a diagram; write \\[ for a literal bracket.',
  ],
  'bad-heading': (x: { reason: string }): Words => [x.reason, 'Sections are ##, their parts ###; the title of the page comes from the front matter.'],
  'dead-link': (x: { href: string; near: readonly string[] }): Words => [
    `The link “${x.href}” leads nowhere.`,
    near(x.near) || 'Link to kb:<page>, to kb:<page>.<section>, or to a file of the content folder.',
  ],
  'dead-fragment': (x: { href: string; page: string; near: readonly string[]; known: readonly string[] }): Words => [
    `The link “${x.href}” names a section that ${x.page} does not have.`,
    `${near(x.near) ? `${near(x.near)} ` : ''}Its sections: ${list(x.known)}.`,
  ],
  'unknown-source': (x: { key: string; near: readonly string[] }): Words => [
    `There is no source record “${x.key}”.`,
    near(x.near) || `Add sources/${x.key}.yaml, or cite an existing record.`,
  ],
  'unknown-paragraph': (x: { key: string; locator: string; known: readonly string[] }): Words => [
    `The text of “${x.key}” has no “${x.locator}”.`,
    `Its paragraphs: ${list(x.known)}.`,
  ],
  'broken-citation': (x: { text: string }): Words => [
    `“${x.text}” is not a citation.`,
    'Write [@key], [@key, locator] or [@key, locator; @other-key]; in a tree, "key, locator".',
  ],
  'undefined-note': (x: { name: string; near: readonly string[] }): Words => [
    `The footnote “${x.name}” is not defined.`,
    near(x.near) || `Add at the end of the file: [^${x.name}]: the text of the note.`,
  ],
  'unused-note': (x: { name: string }): Words => [
    `No text refers to the footnote “${x.name}”.`,
    `Put [^${x.name}] where it belongs, or delete the note.`,
  ],
  'duplicate-note': (x: { name: string; line: number }): Words => [
    `The footnote “${x.name}” is already defined on line ${x.line}.`,
    'Give this one a name of its own.',
  ],
  'image-without-alt': (x: { url: string }): Words => [`The image “${x.url}” has no alternative text.`, 'Say what it shows: ![what it shows](…).'],
  'dead-image': (x: { url: string }): Words => [
    `The image “${x.url}” is not one of this site.`,
    'Put the file into public and name it from there: ![what it shows](/picture.png).',
  ],
  'unknown-point': (x: { point: string; near: readonly string[] }): Words => [
    `article.yaml has no point “${x.point}”.`,
    near(x.near) || 'Add the point to article.yaml, or name an existing one.',
  ],
  'unknown-jurisdiction': (x: { id: string; known: readonly string[] }): Words => [
    `“${x.id}” is not in jurisdictions of site.yaml.`,
    `Add it there with its name per language, or use one of those that are there: ${list(x.known)}.`,
  ],
  'unknown-section': (x: { section: string; near: readonly string[]; known: readonly string[] }): Words => [
    `The page has no section “${x.section}”.`,
    `${near(x.near) ? `${near(x.near)} ` : ''}Its sections: ${list(x.known)}.`,
  ],
  'unknown-tree': (x: { id: string; near: readonly string[] }): Words => [
    `There is no decision tree “${x.id}”.`,
    near(x.near) || `Add decisions/${x.id}.yaml, or show an existing tree.`,
  ],
  'unknown-component': (x: { name: string; known: readonly string[] }): Words => [
    `Nothing renders <${x.name}>.`,
    `Known components: ${list(x.known)}.`,
  ],
  'bad-difference': (x: { reason: string }): Words => [
    x.reason,
    'Write <Differs id="differs-…" points="P1"> with a paragraph on what the article says, then one on what the sources say.',
  ],
  'different-sections': (x: { lang: string; missing: readonly string[]; extra: readonly string[] }): Words => [
    `The sections differ from those of the ${x.lang} page: missing ${list(x.missing)}; only here ${list(x.extra)}.`,
    'Keep the same section ids in every language.',
  ],
  'different-tree': (x: { lang: string; missing: readonly string[]; extra: readonly string[] }): Words => [
    `The tree differs from that in ${x.lang}: missing ${list(x.missing)}; only here ${list(x.extra)}.`,
    'Keep the start, the nodes, and the answers with their targets the same in every language; only the words differ.',
  ],
  'no-original': (x: { id: string; lang: string }): Words => [
    `“${x.id}” does not exist in ${x.lang}, the first language.`,
    `Write it in ${x.lang} first; the other languages translate it.`,
  ],
  'unknown-entry': (x: { id: string; near: readonly string[] }): Words => [
    `There is no page “${x.id}”.`,
    near(x.near) || 'Name an existing page, or take it out.',
  ],
  'listed-twice': (x: { id: string }): Words => [`The page “${x.id}” already stands earlier in the reading order.`, 'List each page once.'],
  'unlisted-page': (x: { id: string }): Words => [
    `The page “${x.id}” stands in no group of the reading order.`,
    'Add it to navigation in site.yaml.',
  ],
  'missing-target': (x: { led: string; to: string; sought: string; near: readonly string[] }): Words => [
    `${x.led} “${x.to}”, and there is no such ${x.sought}.`,
    near(x.near) || 'Add the node, or name an existing one.',
  ],
  'duplicate-node': (x: { id: string }): Words => [`“${x.id}” is both a question and an outcome.`, 'Rename one of the two.'],
  'unreachable-node': (x: { id: string; start: string }): Words => [
    `No path from “${x.start}” reaches “${x.id}”.`,
    'Lead an answer to it, or delete it.',
  ],
  cycle: (x: { path: readonly string[] }): Words => [
    `The tree runs in a circle: ${x.path.join(' → ')}.`,
    'Lead one of these answers onward, to another question or an outcome.',
  ],
  'no-outcome': (x: { id: string }): Words => [
    `The question “${x.id}” has no answers, so no path ends there in an outcome.`,
    'Give it answers, or make it an outcome.',
  ],
  'too-many-states': (x: { tree: string; states: number; limit: number }): Words => [
    `The tree “${x.tree}” has more than ${x.limit} states of its walk.`,
    'Split it into two trees, or let branches end sooner.',
  ],
  'unknown-fact': (x: { what: 'fact' | 'value' | 'topic'; name: string; of?: string; near: readonly string[]; known: readonly string[] }): Words => [
    `facts.yaml has no ${x.what} “${x.name}”${x.of === undefined ? '' : ` of “${x.of}”`}.`,
    near(x.near) || (x.known.length ? `Add it there, or choose from: ${list(x.known)}.` : 'Add it there.'),
  ],
  contradiction: (x: { topic: string; here: Ruling; there: Ruling }): Words => [
    `On “${x.topic}” the same facts lead to “${x.here.level}” here and to “${x.there.level}” in ${x.there.file}: ${x.here.path} → ${x.here.outcome}, but ${x.there.path} → ${x.there.outcome}.`,
    'Give both outcomes the same level, or state the fact that keeps the paths apart: on an answer, or on an outcome that presumes it.',
  ],
  'impossible-path': (x: { path: string; fact: string; values: readonly string[] }): Words => [
    `Nobody can take the path ${x.path}: it gives the fact “${x.fact}” the values ${x.values.join(' and ')}.`,
    'Lead one of its answers elsewhere, or correct the fact.',
  ],
  'unknown-answer': (x: { answer: string; known: readonly string[] }): Words => [
    `The assumed answer “${x.answer}” is none of the answers.`,
    `The answers are: ${list(x.known)}.`,
  ],
} satisfies Record<string, (x: never) => Words>;

export type DiagnosticKind = keyof typeof kinds;

type Facts<K extends DiagnosticKind> = Parameters<(typeof kinds)[K]>[0];

/** Make a diagnostic of one kind from the facts its words need. */
export function diagnostic<K extends DiagnosticKind>(
  kind: K,
  file: string,
  at: Location,
  ...facts: Facts<K> extends undefined ? [] : [Facts<K>]
): Diagnostic {
  const [message, hint] = (kinds[kind] as (x: unknown) => Words)(facts[0]);
  return { kind, file, at, message, hint };
}
