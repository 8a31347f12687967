/** Diagnostics of permalinks and redirects: a permanent kind, a message that describes the error, and a hint that describes the correction. */
import type { Address } from '../model/address.ts';

type Words = [message: string, hint: string];

const near = (names: readonly string[]): string => (names.length ? ` Did you mean ${names.join(', or ')}?` : '');
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const permalinkKinds = {
  'missing-block-id': (x: { count: number }): Words => [
    x.count === 1 ? 'This block has no id.' : `${x.count} blocks of this page have no id; this is the first.`,
    'Run npm run ids, which writes the next free number at the end of each.',
  ],
  'permalinks-behind': (x: { page: string; added: number; changed: number; removed: number }): Words => [
    `The permalinks of “${x.page}” are not up to date: ${x.added} new, ${x.changed} changed, ${x.removed} removed.`,
    'Run npm run permalinks and commit the changed files.',
  ],
  'permalinks-conflict': (): Words => [
    'The file has the marker of a merge conflict.',
    'Run npm run permalinks: it keeps the lines of both sides and removes the markers.',
  ],
  'permalinks-line-ends': (): Words => ['The file has Windows line ends.', 'Run npm run permalinks, which writes it with Unix line ends.'],
  'permalinks-broken': (x: { text: string }): Words => [
    `“${x.text}” is not a valid line.`,
    'Restore this file from git, then run npm run permalinks. Do not edit it by hand.',
  ],
  'permalinks-count': (x: { counted: number | undefined; found: number }): Words => [
    x.counted === undefined
      ? `The first line, which counts the addresses, is missing; ${plural(x.found, 'address is', 'addresses are')} here.`
      : `The first line counts ${plural(x.counted, 'address', 'addresses')}, and ${x.found} ${x.found === 1 ? 'is' : 'are'} here.`,
    'Restore this file from git, then run npm run permalinks. Published addresses must not be lost.',
  ],
  'permalinks-merged': (x: { counted: number; found: number }): Words => [
    `The first line counts ${plural(x.counted, 'address', 'addresses')}, and ${x.found} are here, as after a merge.`,
    'Run npm run permalinks: it keeps all lines and counts them.',
  ],
  'permalinks-missing': (x: { file: string; isCut: boolean }): Words => [
    x.isCut ? `The end of “${x.file}” is missing.` : `The file “${x.file}” of published addresses is missing.`,
    'Restore it from git or from a copy. Published addresses must not be lost.',
  ],
  'permalinks-unlisted': (x: { names: readonly string[] }): Words => [
    `The list does not name ${x.names.slice(0, 3).join(', ')}${x.names.length > 3 ? ` and ${x.names.length - 3} more` : ''}.`,
    'Run npm run permalinks, which writes the list.',
  ],
  'permalinks-lost': (x: { addresses: readonly Address[]; commit: string }): Words => [
    `${plural(x.addresses.length, 'published address', 'published addresses')} of ${x.commit} ${x.addresses.length === 1 ? 'is' : 'are'} no longer here: ${x.addresses.slice(0, 3).join(', ')}${x.addresses.length > 3 ? ', …' : ''}.`,
    `Restore this file from git (git checkout ${x.commit} -- <file>), then run npm run permalinks. Published addresses must not be lost.`,
  ],
  'permalinks-unknown': (): Words => [
    'The blocks of this base have ids, and there is no list of its published addresses.',
    'Restore the folder permalinks from git or from a copy. Only for a base that was never published, begin the list: npm run permalinks -- --new',
  ],
  'redirects-broken': (x: { reason: string }): Words => [
    `Invalid redirects.yaml: ${x.reason}`,
    'Write an old address and its new address on one line, as setup.choices: setup.options, or { withdrawn: 2026-11-28, reason: … } instead of the new one.',
  ],
  'lost-address': (x: { address: Address; lines: readonly string[]; mark: string | undefined; more: number }): Words => [
    `“${x.address}” was published and is gone${x.more ? `, and so are ${plural(x.more, 'address', 'addresses')} below it` : ''}.`,
    `${x.mark ? `If its text is still on the page, end it with ${x.mark}. Otherwise add` : 'Add'} its new address to redirects.yaml, as ${x.lines.map((line) => `“${line}”`).join(' or as ')}.`,
  ],
  'unknown-target': (x: { address: Address; target: Address; circle: boolean; near: readonly string[] }): Words => [
    x.circle ? `The redirect of “${x.address}” is circular.` : `“${x.address}” redirects to “${x.target}”, which does not exist.`,
    `Redirect to an existing page, section, block, note or node.${near(x.near)}`,
  ],
  'unknown-address': (x: { address: Address; near: readonly string[] }): Words => [
    `“${x.address}” is redirected, but was never published.`,
    `Correct the address, or delete the line.${near(x.near)}`,
  ],
  'reused-address': (x: { address: Address; target: Address | undefined }): Words => [
    `“${x.address}” ${x.target ? `redirects to “${x.target}”` : 'was withdrawn'}, but the content uses it again. Old links would lead to a different passage.`,
    'Choose another id or number (npm run ids gives a free one). If it is the same passage as before, delete the line in redirects.yaml.',
  ],
} satisfies Record<string, (x: never) => Words>;

export type PermalinkKind = keyof typeof permalinkKinds;

export const isPermalinkKind = (kind: string): kind is PermalinkKind => Object.hasOwn(permalinkKinds, kind);

/** A diagnostic with line and column. `file` is a path under the content folder. */
export interface PermalinkDiagnostic {
  kind: PermalinkKind;
  file: string;
  line: number;
  column: number;
  message: string;
  hint: string;
}

/** Returns a diagnostic. `facts` are the data of its message. */
export function diagnostic<K extends PermalinkKind>(
  kind: K,
  { file, line, column = 1 }: { file: string; line: number; column?: number },
  facts: Parameters<(typeof permalinkKinds)[K]>[0] extends undefined ? object : Parameters<(typeof permalinkKinds)[K]>[0],
): PermalinkDiagnostic {
  const [message, hint] = (permalinkKinds[kind] as (x: unknown) => Words)(facts);
  return { kind, file, line, column, message, hint };
}
