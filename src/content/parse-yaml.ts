import { CORE_SCHEMA, load, Type } from 'js-yaml';
import { parseDocument, type Document, type LineCounter, type ScalarTag, type Tags } from 'yaml';
import { syntaxErrors, plain, type YamlSyntaxError } from './yaml-error.ts';

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
    const errors = syntaxErrors(yaml, document, lineCounter);
    if (errors.length) return { errors };
    return { raw: document.toJS() ?? {}, document: () => document };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const alias = /^Unresolved alias.*: (\S+)$/.exec(reason)?.[1];
    return { errors: [{ offset: alias ? Math.max(0, yaml.indexOf(`*${alias}`)) : 0, reason: plain(reason) }] };
  }
}

/** Characters that YAML forbids and Astro's parser rejects. */
const CONTROL = /[\0-\x08\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/; // oxlint-disable-line no-control-regex

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
