/** The faults of a ledger, in the manner of `model/problem.ts`: a permanent name, what is wrong, what would have been right. */

type Words = [what: string, remedy: string];

const near = (names: readonly string[]): string => (names.length ? ` Near it: ${names.join(', ')}.` : '');

export const ledgerKinds = {
  'ledger-behind': (x: { page: string; added: number; changed: number; retired: number }): Words => [
    `The ledger is behind “${x.page}”: ${x.added} new, ${x.changed} changed, ${x.retired} no longer there.`,
    'Run npm run permalinks and commit permalinks.json.',
  ],
  'broken-ledger': (x: { text: string }): Words => [
    `“${x.text}” is no line of the ledger.`,
    'Run npm run permalinks; it mends what a merge left and says what it cannot mend. Never edit the file by hand.',
  ],
  'walks-behind': (x: { walk: string; more: number }): Words => [
    `The list of walks lacks “${x.walk}”${x.more > 0 ? ` and ${x.more} more` : ''}.`,
    'Run npm run permalinks and commit walks.txt.',
  ],
  'broken-walks': (x: { text: string }): Words => [
    `“${x.text}” is no walk.`,
    'Take the line out if a merge left it; a walk is <language>/<tree>/<answer>/…, one a line.',
  ],
  'broken-heirs': (x: { reason: string }): Words => [
    `heirs.yaml cannot be read: ${x.reason}`,
    'Write an old address and its heir on each line: extraction.definition: extraction.meaning',
  ],
  'lost-address': (x: { address: string }): Words => [
    `The address “${x.address}” was published, and leads nowhere: its line, or that of its heir, is gone.`,
    `Bring the line back from the history of permalinks.json, or name an heir in heirs.yaml: ${x.address}: <address>.`,
  ],
  'no-heir': (x: { address: string; near: readonly string[] }): Words => [
    `“${x.address}” was published and is gone, and nothing took its place for certain.`,
    `Say in heirs.yaml where it shall land: ${x.address}: ${x.near[0] ?? '<address>'}.${near(x.near.slice(1))}`,
  ],
  'unknown-heir': (x: { address: string; heir: string; near: readonly string[] }): Words => [
    `“${x.heir}” is to be the heir of “${x.address}”, and leads nowhere.`,
    `Name a page, a section or a block that is there.${near(x.near)}`,
  ],
  'unknown-forebear': (x: { address: string; near: readonly string[] }): Words => [
    `“${x.address}” is given an heir and was never published.`,
    `Mend the address, or take the line out.${near(x.near)}`,
  ],
  'address-taken': (x: { address: string; heir: string }): Words => [
    `“${x.address}” is an old address of “${x.heir}”, and links to it mean what stands there.`,
    `Choose another id; or, if what bears it now is what the links mean, write in heirs.yaml: ${x.address}: ${x.address}`,
  ],
} satisfies Record<string, (x: never) => Words>;

export type LedgerFault = {
  [K in keyof typeof ledgerKinds]: { kind: K; facts: Parameters<(typeof ledgerKinds)[K]>[0]; line?: number };
}[keyof typeof ledgerKinds];

/** Say a fault: what is wrong, and what would have been right. */
export function wordsOfFault({ kind, facts }: LedgerFault): { what: string; remedy: string } {
  const [what, remedy] = (ledgerKinds[kind] as (x: unknown) => Words)(facts);
  return { what, remedy };
}

/** Name the file in which a fault is to be mended. */
export const fileOf = ({ kind }: LedgerFault): string =>
  kind.includes('walks') ? 'walks.txt' : /^(?:no-heir|unknown-|broken-heirs|address-taken)/.test(kind) ? 'heirs.yaml' : 'permalinks.json';
