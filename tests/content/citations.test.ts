import { test } from 'node:test';
import { checkSource } from '../../src/checks/check-source.ts';
import { hrefOf } from '../../src/model/address.ts';
import { entryPath } from '../../src/model/locale.ts';
import { contentDate } from '../../src/views/path-summary.ts';
import { assertReadable } from '../unit/views/citation-readers.ts';

const { site } = await checkSource('content');

for (const locale of site!.locales) {
  test(`Independent readers read the BibTeX and the RIS of every page in ${locale.lang}.`, () => {
    const { pages, trees, sources, index, lang, article } = locale;
    const works = [
      ...[...pages.values()].map(({ id, data }) => ({ id, title: data.title, date: data.reviewed })),
      ...[...trees.values()].map(({ id, data }) => ({ id, title: data.title, date: contentDate(locale) })),
      ...[...sources.values()].map(({ id, data }) => ({ id, title: data.short, date: data.checked })),
      ...(article ? [{ id: article.id, title: article.data.title, date: contentDate(locale) }] : []),
    ];
    const { address, title } = site!.data;
    assertReadable(
      works.map((work) => ({
        ...work,
        site: locale.pick(title),
        url: `${address}${hrefOf(site!.routes, lang, entryPath(index.get(work.id)!))}`,
        lang,
      })),
    );
  });
}
