import { isCollection, isScalar, parseDocument, visit, type Document, type LineCounter, type ScalarTag } from 'yaml';

/** What cannot be read, and at which sign of the text it begins. */
export interface YamlFault {
  offset: number;
  reason: string;
}

/** Read YAML as Astro's own reader does, but with positions. Never throws. */
export function readYaml(yaml: string, lineCounter: LineCounter): { raw: unknown; document: Document } | { faults: YamlFault[] } {
  try {
    const document = parseDocument(yaml, { lineCounter, prettyErrors: false, merge: true, logLevel: 'error', customTags: (tags) => [bareDate, ...tags] });
    const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({ offset: causeOf(message, pos[0], yaml, document), reason: message }));
    if (faults.length) return { faults: firstOfEachLine(faults, lineCounter) };
    return { raw: document.toJS() ?? {}, document };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const alias = /^Unresolved alias.*: (\S+)$/.exec(reason)?.[1];
    return { faults: [{ offset: alias ? Math.max(0, yaml.indexOf(`*${alias}`)) : 0, reason }] };
  }
}

/** A bare YYYY-MM-DD is a date, as it is to Astro; a title that looks like one needs quotes. */
const bareDate: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  test: /^\d{4}-\d\d-\d\d$/,
  resolve: (text) => {
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(text) ? day : text;
  },
};

/** Find where a slip was made, which may be lines before the sign at which the parser gives up. */
function causeOf(message: string, offset: number, yaml: string, document: Document): number {
  if (/^(?:Missing closing|Flow)/.test(message)) {
    let opened = offset;
    visit(document, {
      Node(_key, node) {
        const [from, to] = node.range ?? [offset, offset];
        const isOpen = isScalar(node) ? /^QUOTE/.test(node.type ?? '') : isCollection(node) && node.flow && !/[\]}]/.test(yaml[to - 1] ?? '');
        if (from < offset && isOpen) opened = from;
      },
    });
    return opened;
  }
  if (/^Nested mappings/.test(message)) {
    const colon = offset + yaml.slice(offset).search(/:\s/);
    const line = yaml.lastIndexOf('\n', colon) + 1;
    if (line > offset) return line + yaml.slice(line).search(/\S/);
  }
  return offset;
}

/** Leave out what one slip draws after it: all but the first fault of a line, and all but the first five lines. */
function firstOfEachLine(faults: readonly YamlFault[], lines: LineCounter): YamlFault[] {
  return [...Map.groupBy(faults, ({ offset }) => lines.linePos(offset).line).values()].map(([first]) => first!).slice(0, 5);
}
