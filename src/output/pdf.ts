import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { chromium, type LaunchOptions, type Page, type Route } from 'playwright';
import { typeOf } from '../hosting/headers.ts';

/**
 * Prints the book of every language, or each of its volumes, to the PDF file that its page in a built folder links to. Returns the paths of the
 * files. The pages are served under the published origin, so that external links have the right URL; nothing is loaded from the network.
 */
export async function writePdfs(folder: string, base: string, launch: LaunchOptions): Promise<string[]> {
  const browser = await chromium.launch(launch);
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.route('**/*', (route) => answer(route, folder, base));
    const written: string[] = [];
    for (const path of await bookPages(folder)) {
      const html = await readFile(join(folder, path), 'utf8');
      if (!OFFER.test(html)) continue;
      const page = await context.newPage();
      await page.goto(addressOf(html), { waitUntil: 'load' });
      const { file, about } = await readAbout(page);
      const { pathname } = new URL(file);
      written.push(join(folder, decodeURIComponent(pathname.slice(base.length))));
      await writeFile(written.at(-1)!, await finish(await print(page), about));
      await page.close();
    }
    return written;
  } finally {
    await browser.close();
  }
}

/** The metadata of the PDF, from the page. */
interface About {
  title: string;
  subject: string;
  author: string;
  lang: string;
  /** The date of the content. The clock is not used. */
  date: string;
  url: string;
}

const bookPages = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((file) => /(?:^|[\\/])print[\\/](?:\d+[\\/])?index\.html$/.test(file)).sort();

/** The link to the PDF. The list of the volumes has none. */
const OFFER = /<a href="[^"]+" download="" type="application\/pdf">/;

const addressOf = (html: string): string => /<link rel="canonical" href="([^"]+)"/.exec(html)![1]!;

async function answer(route: Route, folder: string, base: string): Promise<void> {
  const { pathname } = new URL(route.request().url());
  const file = resolve(folder, `${decodeURIComponent(pathname.slice(base.length))}${pathname.endsWith('/') ? 'index.html' : ''}`);
  const body = file.startsWith(resolve(folder) + sep) && (await readFile(file).catch(() => undefined));
  return body ? route.fulfill({ body, contentType: typeOf(file) }) : route.abort();
}

/** Prints twice: the first PDF gives the page numbers of the table of contents, the second contains them. */
async function print(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  const draft = await page.pdf(PAPER);
  await page.evaluate(
    (pages) => {
      for (const link of document.querySelectorAll<HTMLAnchorElement>('.book-toc a')) link.dataset.page = `${pages[link.hash.slice(1)] ?? ''}`;
    },
    pagesOf(await PDFDocument.load(draft, { updateMetadata: false })),
  );
  return page.pdf(PAPER);
}

const PAPER = { format: 'A4', outline: true, tagged: true } as const;

/** Returns the page number of every named destination, counted from 1. */
function pagesOf(pdf: PDFDocument): Record<string, number> {
  const refs = pdf.getPages().map(({ ref }) => ref.toString());
  const places = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? [];
  return Object.fromEntries(
    places.map(([name]) => [
      name.decodeText(),
      refs.indexOf(pdf.catalog.lookup(PDFName.of('Dests'), PDFDict).lookup(name, PDFArray).get(0).toString()) + 1,
    ]),
  );
}

function readAbout(page: Page): Promise<{ file: string; about: About }> {
  return page.evaluate(() => {
    const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"], meta[property="${name}"]`)?.content ?? '';
    return {
      file: document.querySelector<HTMLAnchorElement>('main a[download]')!.href,
      about: {
        title: meta('og:site_name'),
        subject: meta('description'),
        author: meta('author'),
        lang: document.documentElement.lang,
        date: document.querySelector('time')?.dateTime ?? '',
        url: location.href,
      },
    };
  });
}

/** Sets the metadata, with the date of the content as the creation date: the same book has the same bytes. */
async function finish(bytes: Buffer, { title, subject, author, lang, date, url }: About): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setSubject(subject);
  pdf.setAuthor(author);
  pdf.setCreator(url);
  pdf.setLanguage(lang);
  pdf.setCreationDate(new Date(date));
  pdf.setModificationDate(new Date(date));
  renumberNodes(pdf);
  return pdf.save({ useObjectStreams: true });
}

/** Numbers the nodes of the tag tree by their position. Chromium's numbers depend on its process, and differ from run to run. */
function renumberNodes(pdf: PDFDocument): void {
  const strings: { text: string; replace(by: PDFString): void }[] = [];
  const collect = (value: unknown, replace: (by: PDFString) => void): void => {
    if (value instanceof PDFString && /^node\d+$/.test(value.decodeText())) strings.push({ text: value.decodeText(), replace });
    else if (value instanceof PDFDict) for (const [key, one] of value.entries()) collect(one, (by) => value.set(key, by));
    else if (value instanceof PDFArray) value.asArray().forEach((one, at) => collect(one, (by) => value.set(at, by)));
  };
  for (const [, object] of pdf.context.enumerateIndirectObjects()) collect(object, () => undefined);
  // Keeps the order, because the name tree must stay sorted.
  const sorted = [...new Set(strings.map(({ text }) => text))].sort();
  const names = new Map(sorted.map((text, at) => [text, PDFString.of(`node${String(at).padStart(8, '0')}`)]));
  for (const { text, replace } of strings) replace(names.get(text)!);
}
