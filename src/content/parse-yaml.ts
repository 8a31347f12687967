import { isCollection, isScalar, parseDocument, visit, type Document, type ErrorCode, type LineCounter, type ScalarTag, type YAMLError } from 'yaml';

/** A syntax error with its offset in the text. */
export interface YamlSyntaxError {
  offset: number;
  reason: string;
}

/** Parses YAML as Astro does, but with positions. Never throws. */
export function parseYaml(yaml: string, lineCounter: LineCounter): { raw: unknown; document: Document } | { errors: YamlSyntaxError[] } {
  const control = CONTROL.exec(yaml);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    lineCounter.addNewLine(0);
    for (const { index } of yaml.slice(0, control.index).matchAll(/\n/g)) lineCounter.addNewLine(index + 1);
    return { errors: [{ offset: control.index, reason: `The text contains a control character, U+${code}.` }] };
  }
  try {
    const document = parseDocument(yaml, {
      lineCounter,
      prettyErrors: false,
      merge: true,
      logLevel: 'error',
      customTags: (tags) => [bareDate, ...tags],
    });
    const errors = independentErrors([...document.errors, ...document.warnings]);
    if (errors.length)
      return { errors: errors.map(({ pos, message }) => ({ offset: errorOffset(message, pos[0], yaml, document), reason: plain(message) })) };
    return { raw: document.toJS() ?? {}, document };
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
const bareDate: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  test: /^\d{4}-\d\d-\d\d$/,
  resolve: (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text) ? day : text;
  },
};

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
