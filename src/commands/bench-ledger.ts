/** Time the check of a large ledger: the real content's pages, copied under other ids until there are 5,000. `node src/commands/bench-ledger.ts [pages]` */
import { checkSource } from '../checks/source.ts';
import { behind } from '../ledger/behind.ts';
import { linesOf, readLines } from '../ledger/lines.ts';
import { publicationOf, type Leaf, type Publication } from '../ledger/publication.ts';
import { update } from '../ledger/update.ts';

const wanted = Number(process.argv[2] ?? 5000);
const { site } = await checkSource(process.env.CONTENT_DIR ?? 'content');
if (!site) throw new Error('The content has no site.yaml.');
const { languages, leaves } = publicationOf(site);
const pages = leaves.filter(({ kind }) => kind === 'concept' || kind === 'question');
const large = (change: (leaf: Leaf, at: number) => Leaf): Publication => ({
  languages,
  leaves: Array.from({ length: wanted }, (_, at) => change(copyOf(pages[at % pages.length]!, at), at)),
});
const same = large((leaf) => leaf);

const { ledger } = time('first ledger', () => update(new Map(), same, '2026-01-01'));
const text = time('write lines', () => linesOf(ledger));
console.log(`${wanted} pages, ${ledger.size} addresses, ${(text.length / 1e6).toFixed(1)} MB`);
const began = performance.now();
const read = time('read lines', () => readLines(text));
const faults = time('check, nothing behind', () => behind(read.ledger, same));
console.log(`check of ${wanted} pages, read included: ${((performance.now() - began) / 1000).toFixed(2)} s, ${faults.length} problems`);
const edited = large((leaf, at) =>
  at % 100
    ? leaf
    : {
        ...leaf,
        id: at % 1000 ? leaf.id : `new-${leaf.id}`,
        parts: leaf.parts.map((part) => ({ ...part, text: part.text.replace(/\bthe (\w+)/, 'a $1') })),
      },
);
const later = time('update, 1 page in 100 edited, 1 in 1,000 renamed', () => update(ledger, edited, '2026-02-01'));
console.log(`${later.changed.length} changed, ${later.added.length} added, ${later.retired.length} retired, ${later.faults.length} problems`);
time('check, ledger that far behind', () => behind(ledger, edited));

/** Copy a page under another id; some words of its own keep it from being the same as the other copies. */
function copyOf(leaf: Leaf, at: number): Leaf {
  const parts = leaf.parts.map((part) => ({ ...part, text: `${part.text} copy${Math.floor(at / pages.length)}` }));
  return { ...leaf, id: `${leaf.id}-${at}`, parts };
}

function time<T>(name: string, work: () => T): T {
  const began = performance.now();
  const result = work();
  console.log(`${name.padEnd(52)} ${((performance.now() - began) / 1000).toFixed(2).padStart(6)} s`);
  return result;
}
