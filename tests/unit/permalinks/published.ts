/** A published copy of the tomato base: every block has an id, every address is in the permalinks. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after } from 'node:test';
import { report } from '../../../src/checks/report.ts';
import { checkSource } from '../../../src/checks/check-source.ts';
import { writeIds } from '../../../src/commands/ids.ts';
import { updatePermalinks } from '../../../src/commands/permalinks.ts';
import { baseWith, copyOfBase, type LaidBase } from '../checks/overlay-fixture.ts';

export interface PublishedBase extends LaidBase {
  read(file: string): Promise<string>;
  edit(file: string, change: (text: string) => string): Promise<void>;
  /** The report of `npm run check`, one line per diagnostic. */
  check(): Promise<string[]>;
  /** `npm run permalinks` on a day. */
  publish(today: string): Promise<{ good: boolean; output: string }>;
}

/** The published base without changes, which most tests copy: to publish it takes longer than most tests. */
let unchanged: Promise<LaidBase> | undefined;
after(async () => (await unchanged)?.[Symbol.asyncDispose]());

export async function publishedBase(files?: Readonly<Record<string, string>>): Promise<PublishedBase> {
  const base = files ? await publish(await baseWith(files)) : await copyOfBase((await (unchanged ??= baseWith({}).then(publish))).folder);
  const read = (file: string) => readFile(join(base.folder, file), 'utf8');
  return {
    ...base,
    read,
    edit: async (file, change) => writeFile(join(base.folder, file), change(await read(file))),
    check: async () => {
      const { diagnostics } = await checkSource(base.folder);
      return report(diagnostics, '')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.slice(1));
    },
    publish: (today) => updatePermalinks(base.folder, today),
  };
}

async function publish(base: LaidBase): Promise<LaidBase> {
  const written = [await writeIds(base.folder), await updatePermalinks(base.folder, '2026-01-01', { isNew: true })];
  const bad = written.find(({ good }) => !good);
  if (bad) throw new Error(bad.output);
  return base;
}
