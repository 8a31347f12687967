import { CORE_SCHEMA, load, Type } from 'js-yaml';
import {
  isCollection,
  isScalar,
  parseDocument,
  visit,
  type Document,
  type ErrorCode,
  type LineCounter,
  type ScalarTag,
  type Tags,
  type YAMLError,
} from 'yaml';

/** A syntax error with its offset in the text. */
export interface YamlSyntaxError {
  offset: number;
  reason: string;
}

/** A parsed text. `document` has the positions of its nodes; the lines are counted when it is called. */
export interface ParsedYaml {
  raw: unknown;
  document: () => Document;
}

/** Parses YAML as Astro does, but with positions. Never throws. */
export function parseYaml(yaml: string, lineCounter: LineCounter): ParsedYaml | { errors: YamlSyntaxError[] } {
  const raw = parsePlain(yaml);
  if (raw === undefined || raw === null) return parsePrecisely(yaml, lineCounter);
  let document: Document | undefined;
  return { raw, document: () => (document ??= parseDocument(yaml, optionsWith(lineCounter))) };
}

/** Syntax that the two parsers may read differently: tabs, anchors, tags, several documents, keys of other types, numbers of YAML 1.1. */
const UNUSUAL =
  /[\t\r]|(?<![^\s,:[{-])(?:[&*!]\S|[-+]?(?:0b|\d[\d.]*_)[\d_.]*\s*(?:$|[,}\]#]))|^(?:%|---|\.{3})|<<|(?:^[-\s]*[?:]|[\]}]\s*:)(?:\s|$)/m;

/** Parses a text that has no error and nothing unusual, with js-yaml: the parser with positions takes several times as long. */
function parsePlain(yaml: string): unknown {
  if (CONTROL.test(yaml) || UNUSUAL.test(yaml)) return undefined;
  try {
    return load(yaml, {
      schema: PLAIN_SCHEMA,
      onWarning(warning) {
        throw warning;
      },
    });
  } catch {
    return undefined;
  }
}

const optionsWith = (lineCounter: LineCounter) =>
  ({ lineCounter, prettyErrors: false, merge: true, logLevel: 'error', customTags: (tags: Tags) => [bareDate, ...tags] }) as const;

function parsePrecisely(yaml: string, lineCounter: LineCounter): ParsedYaml | { errors: YamlSyntaxError[] } {
  const control = CONTROL.exec(yaml);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    lineCounter.addNewLine(0);
    for (const { index } of yaml.slice(0, control.index).matchAll(/\n/g)) lineCounter.addNewLine(index + 1);
    return { errors: [{ offset: control.index, reason: `The text contains a control character, U+${code}.` }] };
  }
  try {
    const document = parseDocument(yaml, optionsWith(lineCounter));
    const errors = independentErrors([...document.errors, ...document.warnings]);
    if (errors.length)
      return { errors: errors.map(({ pos, message }) => ({ offset: errorOffset(message, pos[0], yaml, document), reason: plain(message) })) };
    return { raw: document.toJS() ?? {}, document: () => document };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const alias = /^Unresolved alias.*: (\S+)$/.exec(reason)?.[1];
    return { errors: [{ offset: alias ? Math.max(0, yaml.indexOf(`*${alias}`)) : 0, reason: plain(reason) }] };
  }
}

/** Characters that YAML forbids and Astro's parser rejects. */
const CONTROL = /[\0-\x08\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/; // oxlint-disable-line no-control-regex

/** The common messages of the parser, in words that need no knowledge of its grammar. */
const PLAIN: readonly [of: RegExp, text: string][] = [
  [/^Nested mappings/, 'A line has a second “: ”, or is indented too far.'],
  [/^Implicit keys/, 'A line has no “: ” after its key.'],
  [/^Map keys must be unique/, 'The key occurs twice.'],
  [/^Flow sequence/, 'The list has no closing ], or its lines are not indented.'],
  [/^Flow map/, 'The map has no closing }, or its lines are not indented.'],
  [/^Missing closing ["']/, 'The closing quote is missing.'],
  [/^Tabs are not allowed/, 'A line is indented with a tab. Use spaces.'],
  [/^Unresolved alias/, 'A text that begins with * is not in quotes.'],
  [/^Plain value cannot start/, 'A text begins with a special character and is not in quotes.'],
];

const plain = (message: string): string => PLAIN.find(([of]) => of.test(message))?.[1] ?? message;

/** A plain YYYY-MM-DD is a date, as in Astro. A title of that form needs quotes. */
const DATE = 'tag:yaml.org,2002:timestamp';
const dateOf = (text: string): Date | undefined => {
  const day = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : Number.NaN);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text) ? day : undefined;
};
const bareDate: ScalarTag = { tag: DATE, default: true, test: /^\d{4}-\d\d-\d\d$/, resolve: (text) => dateOf(text) ?? text };
const PLAIN_SCHEMA = CORE_SCHEMA.extend({
  implicit: [new Type(DATE, { kind: 'scalar', resolve: (text: string | null) => dateOf(text ?? '') !== undefined, construct: dateOf })],
});

/** Returns the offset of the cause of an error, which can be lines before the offset that the parser reports. */
function errorOffset(message: string, offset: number, yaml: string, document: Document): number {
  if (/^(?:Missing closing|Flow)/.test(message)) {
    let opened = offset;
    visit(document, {
      Node(_key, node) {
        const [from, to] = node.range ?? [offset, offset];
        const isOpen = isScalar(node) ? (node.type ?? '').startsWith('QUOTE') : isCollection(node) && node.flow && !/[\]}]/.test(yaml[to - 1] ?? '');
        if (from < offset && isOpen) opened = from;
      },
    });
    return opened;
  }
  if (message.startsWith('Nested mappings')) {
    const colon = offset + yaml.slice(offset).search(/:\s/);
    const line = yaml.lastIndexOf('\n', colon) + 1;
    if (line > offset && yaml[line] === ' ') return line + yaml.slice(line).search(/\S/);
  }
  return offset;
}

/** Keeps the first syntax error, which can cause others, and every error that is independent of it. */
function independentErrors(errors: readonly YAMLError[]): YAMLError[] {
  const first = errors.find(({ code }) => !APART.has(code));
  return errors.filter((error) => error === first || APART.has(error.code));
}

const APART = new Set<ErrorCode>(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED']);
