import { test } from 'node:test';
import { checkSource } from '../../../src/checks/source.ts';
import { hrefOf } from '../../../src/model/address.ts';
import { entryPath } from '../../../src/model/edition.ts';
import { contentDate } from '../../../src/views/record.ts';
import { assertReadable } from '../views/citation-readers.ts';

const { site } = await checkSource('content');

for (const edition of site!.editions) {
  test(`Independent readers read the BibTeX and the RIS of every page in ${edition.lang}.`, () => {
    const { pages, trees, sources, index, lang, article } = edition;
    const works = [
      ...[...pages.values()].map(({ id, data }) => ({ id, title: data.title, date: data.reviewed })),
      ...[...trees.values()].map(({ id, data }) => ({ id, title: data.title, date: contentDate(edition) })),
      ...[...sources.values()].map(({ id, data }) => ({ id, title: data.short, date: data.checked })),
      ...(article ? [{ id: article.id, title: article.data.title, date: contentDate(edition) }] : []),
    ];
    const { address, title } = site!.data;
    assertReadable(
      works.map((work) => ({
        ...work,
        site: edition.pick(title),
        url: `${address}${hrefOf(site!.places, lang, entryPath(index.get(work.id)!))}`,
        lang,
      })),
    );
  });
}
