import { partsOf, type Key, type Ledger } from './ledger.ts';
import type { Publication } from './publication.ts';
import { update, type Heirs, type Update } from './update.ts';
import type { LedgerFault } from './words.ts';

/** Tell in what the ledger is behind what would be published: page by page, or what the writer must say first. Nothing is told of a ledger that is up to date. */
export function behind(ledger: Ledger, publication: Publication, heirs?: Heirs): LedgerFault[] {
  const result = update(ledger, publication, '', heirs);
  return result.faults.length ? result.faults : pagesBehind(result);
}

function pagesBehind({ ledger, added, changed, arranged, revived, retired, redirected }: Update): LedgerFault[] {
  const pages = new Map<string, { added: number; changed: number; retired: number }>();
  const count = (keys: readonly Key[], what: 'added' | 'changed' | 'retired'): void => {
    for (const key of keys) {
      const { lang, page } = partsOf(key, ledger.get(key)!.kind);
      const name = `${lang}/${page}`;
      const counts = pages.get(name) ?? { added: 0, changed: 0, retired: 0 };
      counts[what] += 1;
      pages.set(name, counts);
    }
  };
  count([...added, ...revived], 'added');
  count([...changed, ...arranged], 'changed');
  count(
    [...retired, ...redirected].map(({ key }) => key),
    'retired',
  );
  return [...pages].map(([page, counts]) => ({ kind: 'ledger-behind', facts: { page, ...counts } }));
}
