/** The errors of a YAML text, in words that need no knowledge of its grammar. */
import { isCollection, isScalar, visit, type Document, type ErrorCode, type LineCounter, type YAMLError } from 'yaml';

/** A syntax error with its offset in the text. */
export interface YamlSyntaxError {
  offset: number;
  reason: string;
  hint?: string;
}

/** Returns the errors of a parsed text. */
export const syntaxErrors = (yaml: string, document: Document, lineCounter: LineCounter): YamlSyntaxError[] =>
  independentErrors([...document.errors, ...document.warnings]).map((error) => explained(error, yaml, document, lineCounter));

/** The common messages of the parser, and those that readers see. */
const PLAIN: readonly [of: RegExp, text: string][] = [
  [/^Nested mappings/, 'A line has a second “: ”, or is indented too far.'],
  [/^Implicit keys/, 'A line has no “: ” after its key.'],
  [/^Flow sequence/, 'The list has no closing ], or its lines are not indented.'],
  [/^Flow map/, 'The map has no closing }, or its lines are not indented.'],
  [/^Missing closing ["']/, 'The closing quote is missing.'],
  [/^Unresolved alias/, 'A text that begins with * is not in quotes.'],
  [/^Plain value cannot start/, 'A text begins with a special character and is not in quotes.'],
];

/** Returns the words for a message of the parser. */
export const plain = (message: string): string => PLAIN.find(([of]) => of.test(message))?.[1] ?? message;

/** Returns the place of an error, what is wrong, and, for a tab and a key that occurs twice, what to do. */
function explained({ code, pos: [at], message }: YAMLError, yaml: string, document: Document, lineCounter: LineCounter): YamlSyntaxError {
  const offset = errorOffset(message, at, yaml, document);
  if (code === 'DUPLICATE_KEY') return { offset, reason: duplicate(at, document, lineCounter), hint: 'Delete one of the two, or join them.' };
  // The parser reports some lines with a tab as a list without an end, or as a text that is not indented.
  const from = yaml.lastIndexOf('\n', offset - 1) + 1;
  const tab = /^ *\t/m.exec(yaml.slice(from, Math.max(at, offset) + 1));
  if (tab || code === 'TAB_AS_INDENT')
    return { offset: tab ? from + tab.index : offset, reason: 'A line is indented with a tab.', hint: 'Indent it with spaces.' };
  return { offset, reason: plain(message) };
}

/** Names a key that occurs twice, and the line where it is first. */
function duplicate(offset: number, document: Document, lineCounter: LineCounter): string {
  let reason = 'A key occurs twice.';
  visit(document, {
    Map(_key, { items }) {
      const keys = items.flatMap(({ key }) => (isScalar(key) ? key : []));
      const again = keys.find(({ range }) => range?.[0] === offset);
      const first = keys.find(({ value }) => value === again?.value);
      if (again && first?.range) reason = `The key “${String(again.value)}” is already on line ${lineCounter.linePos(first.range[0]).line}.`;
    },
  });
  return reason;
}

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
