import type { Address } from '../../model/address.ts';
import { isSectionId } from '../../model/check/headings.ts';
import { isEntryId } from '../../model/check/index.ts';
import type { Site } from '../../model/site.ts';
import { isId } from '../../schema/fields.ts';

/** A rename of an address: the kind of its target, and the old and the new address. */
export interface Plan {
  kind: 'page' | 'section' | 'difference' | 'node' | 'answer';
  entry: string;
  from: Address;
  to: Address;
  /** The last parts of both addresses. */
  names: [from: string, to: string];
}

/** Returns the plan of a rename, or a message if the rename is not possible. */
export function planOf({ locales }: Site, from: Address, to: Address): Plan | string {
  const { index, trees, pages } = locales[0]!;
  const target = index.get(from);
  const entry = target?.entry ?? from.split('.')[0]!;
  const names: [string, string] = [from.slice(entry.length + 1), to.slice(entry.length + 1)];
  if (index.get(to)) return `“${to}” is already used.`;
  if (target && target.address === entry) {
    if (!isEntryId(target.kind, to)) return `“${to}” cannot be the id of a page; it is short, ASCII and kebab-case.`;
    return { kind: 'page', entry, from, to, names: [from, to] };
  }
  const tree = trees.get(entry);
  const [question = '', answer] = names[0].split('.');
  if (!to.startsWith(`${entry}.`)) return `“${to}” is on another page. Move the text by hand and keep its ids; this command only renames.`;
  if (tree && answer !== undefined) {
    const parts = names[1].split('.');
    const node = tree.byId.get(question);
    const answers = node?.kind === 'question' ? node.answers.map(({ id }) => id) : [];
    if (!answers.includes(answer)) return `“${from}” does not exist.`;
    if (parts[0] !== question || parts.length !== 2 || !isId(parts[1]!)) return `Write the new answer as ${entry}.${question}.<answer>.`;
    if (answers.includes(parts[1]!)) return `“${to}” is already used.`;
    return { kind: 'answer', entry, from, to, names: [answer, parts[1]!] };
  }
  if (!target) return `“${from}” does not exist.`;
  if (tree) return isId(names[1]) ? { kind: 'node', entry, from, to, names } : `“${names[1]}” cannot be the id of a node.`;
  if (!isSectionId(names[1])) return `“${names[1]}” cannot be the id of a section; it is short, ASCII and kebab-case.`;
  const page = pages.get(entry);
  if (page?.sections.some(({ id }) => id === names[0])) return { kind: 'section', entry, from, to, names };
  if (page?.components.some(({ attributes }) => attributes.id === names[0])) return { kind: 'difference', entry, from, to, names };
  return `“${from}” is not a page, a section, a difference, a node or an answer. Rename a note in its page, and redirect its address in redirects.yaml.`;
}

/** Returns the new form of an address; undefined if the address does not change. */
export function renamed({ kind, from, to }: Plan, address: Address): Address | undefined {
  if (address === from) return to;
  return kind === 'page' && address.startsWith(`${from}.`) ? to + address.slice(from.length) : undefined;
}
