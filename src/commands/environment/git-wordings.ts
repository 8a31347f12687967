/** Finds the former wordings of passages in the history of git, where there is one. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readEntry } from '../../content/read-content.ts';
import type { FormerWording } from '../../permalinks/former-wordings.ts';
import { pageKey, type PageKind } from '../../permalinks/permalinks.ts';
import { textsOfEntry } from '../../permalinks/snapshot.ts';

/** A passage whose former wording is needed. */
export interface Wanted {
  lang: string;
  page: string;
  /** The kind of its page. */
  kind: PageKind;
  address: string;
  /** The day of its change or removal. */
  until: string;
  /** The hash of the former wording. If it is unknown, the last wording before that day is needed. */
  hash?: string;
}

/** The maximum number of revisions of a file that are read. */
const REVISIONS = 40;

/** Returns the wordings in the history of git, each with the key of its page; none without git. `first` is the first language of the base. */
export async function wordingsFromGit(folder: string, wanted: readonly Wanted[], first: string): Promise<(FormerWording & { key: string })[]> {
  const found: (FormerWording & { key: string })[] = [];
  for (const group of Map.groupBy(wanted, ({ lang, page }) => pageKey(lang, page)).values()) {
    const missing = new Map(group.map((one) => [one.address, one]));
    for (const file of filesOf(group[0]!)) {
      for (const { revision, day } of await revisionsOf(folder, file)) {
        if (missing.size === 0) break;
        if ([...missing.values()].every(({ hash, until }) => !hash && day >= until)) continue;
        const texts = await textsAt(folder, revision, file, group[0]!.lang, first);
        for (const [address, { hash, until, lang, page }] of missing) {
          const text = texts.get(address);
          if (text && (hash ? text.hash === hash : day < until)) {
            found.push({ key: pageKey(lang, page), address, until, text: text.text });
            missing.delete(address);
          }
        }
      }
    }
  }
  return found;
}

/** Lists the files of a page. A source also has a file with its full text. */
function filesOf({ lang, page, kind }: Wanted): string[] {
  const paths: Record<PageKind, string[]> = {
    front: [`${lang}/index.mdx`],
    concept: [`${lang}/concepts/${page}.mdx`],
    question: [`${lang}/questions/${page}.mdx`],
    decision: [`${lang}/decisions/${page}.yaml`],
    source: [`sources/${page}.yaml`, `texts/${page}.yaml`],
    article: ['article.yaml'],
  };
  return paths[kind];
}

async function revisionsOf(folder: string, file: string): Promise<{ revision: string; day: string }[]> {
  const output = await git(folder, 'log', `--max-count=${REVISIONS}`, '--format=%H %cs', '--', file);
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ revision: line.slice(0, line.indexOf(' ')), day: line.slice(line.indexOf(' ') + 1) }));
}

async function textsAt(folder: string, revision: string, file: string, lang: string, first: string): Promise<ReturnType<typeof textsOfEntry>> {
  const { entry } = readEntry(file, Buffer.from(await git(folder, 'show', `${revision}:./${file}`)));
  return entry ? textsOfEntry(entry, lang, first) : new Map();
}

/** Runs git in a folder. Without git, or outside a repository, the output is empty. */
const git = (folder: string, ...args: string[]): Promise<string> =>
  promisify(execFile)('git', args, { cwd: folder, maxBuffer: 2 ** 26 }).then(
    ({ stdout }) => stdout,
    () => '',
  );
