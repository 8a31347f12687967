/** redirects.yaml: the new address of each removed address, or the date and the reason of its withdrawal. */
import { isMap, isScalar, LineCounter, parseDocument, type Node } from 'yaml';
import type { Address } from '../model/address.ts';
import { diagnostic, type PermalinkDiagnostic } from './diagnostics.ts';

export const REDIRECTS = 'redirects.yaml';

/** The rule of a removed address. */
export type Redirect = { to: Address } | Withdrawal;

export interface Withdrawal {
  /** The date, as `YYYY-MM-DD`. */
  withdrawn: string;
  reason: string;
}

/** Rules by old address. */
export interface Redirects {
  rules: ReadonlyMap<Address, Redirect>;
  /** Line of each rule, counted from 1. */
  lines: ReadonlyMap<Address, number>;
}

/** Parses redirects.yaml. An address can be in the form of a link, with `kb:` or `#`. */
export function parseRedirects(text: string): Redirects & { diagnostics: PermalinkDiagnostic[] } {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false, schema: 'failsafe' });
  const rules = new Map<Address, Redirect>();
  const lines = new Map<Address, number>();
  const lineOf = (offset: number): number => Math.max(1, counter.linePos(offset).line);
  const broken = (reason: string, line: number) => diagnostic('redirects-broken', { file: REDIRECTS, line }, { reason });
  const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
  // One syntax error causes others, so only the first is reported.
  const [error] = document.errors;
  const diagnostics = conflict
    ? [broken('It has the marker of a merge conflict.', text.slice(0, conflict.index).split('\n').length)]
    : error
      ? [broken(error.message, lineOf(error.pos[0]))]
      : [];
  const { contents } = document;
  if (diagnostics.length || !contents || (isScalar(contents) && !contents.value)) return { rules, lines, diagnostics };
  if (!isMap(contents)) return { rules, lines, diagnostics: [broken('It is not a map of addresses.', 1)] };
  for (const { key, value } of contents.items) {
    const line = isScalar(key) && key.range ? lineOf(key.range[0]) : 1;
    const redirect = readRedirect(value as Node | null);
    if (!isScalar(key) || typeof redirect === 'string') {
      diagnostics.push(broken(`“${String(key)}” ${typeof redirect === 'string' ? redirect : 'is not an address.'}`, line));
      continue;
    }
    rules.set(bare(key.value), redirect);
    lines.set(bare(key.value), line);
  }
  return { rules, lines, diagnostics };
}

/** Formats a rule as a line of redirects.yaml. */
export const redirectLine = (from: Address, to: Address): string => `${from}: ${to}`;

/** Parses the value of a rule. Returns a message if it is invalid. */
function readRedirect(value: Node | null): Redirect | string {
  if (isScalar(value) && value.value) return { to: bare(value.value) };
  if (!isMap(value)) return 'has no new address.';
  const fields = value.toJSON() as Record<string, unknown>;
  const { withdrawn, reason } = fields;
  if (typeof withdrawn !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(withdrawn)) return 'needs “withdrawn” with a day, as 2026-11-28.';
  if (typeof reason !== 'string' || !reason.trim()) return 'is withdrawn without a “reason”.';
  const unknown = Object.keys(fields).find((name) => name !== 'withdrawn' && name !== 'reason');
  return unknown ? `has an unknown field “${unknown}”.` : { withdrawn, reason: reason.trim() };
}

const bare = (address: unknown): Address => String(address).trim().replace(/^kb:/, '').replace('#', '.');
