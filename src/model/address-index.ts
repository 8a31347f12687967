/** The addresses of a locale. One file: each kind of address is added and resolved in the same class. */
import { dirname, relative } from 'node:path/posix';
import { isId } from '../schema/fields.ts';
import { INTRO } from '../markdown/block-ids.ts';
import { NOTES } from '../markdown/footnotes.ts';
import { hrefOf, parseLink, withoutLanguage, pathOf, splitAddress, type Address, type Href, type SiteRoutes, type TargetKind } from './address.ts';
import type { Tree } from './decision-tree.ts';
import { isFailed, type ArticleEntry } from './entry.ts';
import { paragraphLabel } from './locator.ts';
import { closestNames } from './did-you-mean.ts';
import type { Page } from './page.ts';
import type { Source, SourceText } from './source.ts';

/** The target of a link. */
export interface Target {
  address: Address;
  kind: TargetKind;
  /** The entry that contains the target. */
  entry: string;
  title: string;
  href: Href;
}

/** All addresses of a language. If a page is not translated, the index has the page in the first language. */
export class AddressIndex {
  readonly targets = new Map<Address, Target>();
  readonly #lang: string;
  /** Entry by the path of its file without the language: a link leads to the page in the reader's language, or if that is missing, in the first language. */
  readonly #byFile = new Map<string, string>();
  readonly #byHref = new Map<Href, Target>();
  readonly #unknowable = new Set<string>();

  constructor(
    routes: SiteRoutes,
    lang: string,
    pages: Iterable<Page>,
    trees: Iterable<Tree>,
    sources: Iterable<Source>,
    texts: ReadonlyMap<string, SourceText>,
    article: ArticleEntry | undefined,
  ) {
    this.#lang = lang;
    const at = (path: string): Href => hrefOf(routes, lang, path);
    for (const page of pages) {
      const href = at(pathOf(page.kind, page.id));
      this.#add(page.id, page.kind, page.id, page.data.title, href);
      this.#byFile.set(withoutLanguage(page.file), page.id);
      if (page.broken) this.#unknowable.add(page.id);
      if (page.blocks.some(({ section }) => section === INTRO)) this.#add(`${page.id}.${INTRO}`, 'section', page.id, page.data.title, href);
      for (const { id, title } of page.sections) this.#add(`${page.id}.${id}`, 'section', page.id, title, `${href}#${id}`);
      for (const { id, section } of page.blocks) this.#add(`${page.id}.${id}`, 'section', page.id, sectionTitle(page, section), `${href}#${id}`);
      for (const { name, attributes } of page.components) {
        if (attributes.id && name !== 'Tree') {
          this.#add(`${page.id}.${attributes.id}`, 'section', page.id, page.data.title, `${href}#${attributes.id}`);
        }
      }
      if (page.notes.length) this.#add(`${page.id}.${NOTES}`, 'section', page.id, page.data.title, `${href}#${NOTES}`);
      for (const { name } of page.notes) this.#add(`${page.id}.fn-${name}`, 'note', page.id, page.data.title, `${href}#fn-${name}`);
    }
    for (const tree of trees) {
      const href = at(pathOf('decision', tree.id));
      this.#add(tree.id, 'decision', tree.id, tree.data.title, href);
      this.#byFile.set(withoutLanguage(tree.file), tree.id);
      if (isFailed(tree, ['questions']) || isFailed(tree, ['outcomes'])) this.#unknowable.add(tree.id);
      for (const { id, ask } of tree.questions) this.#add(`${tree.id}.${id}`, 'node', tree.id, ask, `${href}#${id}`);
      for (const { id, verdict } of tree.outcomes) this.#add(`${tree.id}.${id}`, 'node', tree.id, verdict, `${href}#${id}`);
    }
    for (const source of sources) {
      this.#add(source.id, 'source', source.id, source.data.short, at(pathOf('source', source.id)));
      this.#byFile.set(withoutLanguage(source.file), source.id);
      const href = at(pathOf('source', source.id));
      for (const [id, { label }] of Object.entries(texts.get(source.id)?.data.paragraphs ?? {}))
        this.#add(
          `${source.id}.${id}`,
          'paragraph',
          source.id,
          `${source.data.short}, ${paragraphLabel(label, { lang, languages: routes.languages }, source)}`,
          `${href}#${id}`,
        );
      for (const { id } of source.data.quotes) if (id) this.#add(`${source.id}.${id}`, 'quote', source.id, source.data.short, `${href}#${id}`);
    }
    if (article) {
      const href = at(pathOf('article', ''));
      this.#byFile.set(article.file, article.id);
      if (isFailed(article, ['points'])) this.#unknowable.add('article');
      this.#add('article', 'article', 'article', article.data.title, href);
      for (const point of Object.keys(article.data.points)) this.#add(`article.${point}`, 'point', 'article', point, `${href}#${point}`);
    }
  }

  #add(address: Address, kind: TargetKind, entry: string, title: string, href: Href): void {
    if (!this.targets.has(address)) this.targets.set(address, { address, kind, entry, title, href });
  }

  /** Returns the first target at a URL. */
  at(href: Href): Target | undefined {
    if (this.#byHref.size === 0)
      for (const target of this.targets.values()) if (!this.#byHref.has(target.href)) this.#byHref.set(target.href, target);
    return this.#byHref.get(href);
  }

  /** Returns the target of an address. */
  get(address: Address): Target | undefined {
    return this.targets.get(address);
  }

  /** Resolves a link in a page. Returns undefined for a link to another site, and an error if the target does not exist. */
  resolve(href: string, page: { id: string; file: string }): { target: Target } | { error: LinkError } | undefined {
    const meaning = parseLink(href, page);
    if ('external' in meaning || 'asset' in meaning) return undefined;
    if ('noUrl' in meaning) return { error: { kind: 'bad-url' } };
    if ('unreadable' in meaning) return { error: { kind: 'dead-link', near: this.#pagesLike(href, page.file) } };
    let address: Address;
    if ('file' in meaning) {
      const entry = this.#byFile.get(withoutLanguage(meaning.file));
      if (!entry) return { error: { kind: 'dead-link', near: this.#filesNear(meaning, page.file) } };
      address = meaning.section ? `${entry}.${meaning.section}` : entry;
    } else address = meaning.address;
    const found = this.find(address);
    if (!found || 'target' in found || found.error.kind !== 'dead-link') return found;
    return { error: { ...found.error, near: found.error.near.map((name) => `kb:${name}`) } };
  }

  /** Returns the target of an address, or an error with similar names. Returns undefined if the entry failed to parse, or its section has an invalid id. */
  find(address: Address): { target: Target } | { error: LinkError } | undefined {
    const target = this.targets.get(address);
    if (target) return { target };
    const { entry, section } = splitAddress(address);
    const page = this.targets.get(entry);
    if (!page) return { error: { kind: 'dead-link', near: this.#addressesNear(address) } };
    if (this.#unknowable.has(entry)) return undefined;
    const known = this.sectionsOf(entry);
    // A section with an invalid id, which is reported, may be the target.
    const invalid = page.kind === 'article' ? [] : known.filter((name) => !isId(name));
    if (section && closestNames(section, invalid).length > 0) return undefined;
    return { error: { kind: 'dead-fragment', page: entry, known, near: closestNames(section ?? '', known) } };
  }

  /** Lists the section ids of an entry, without its blocks. */
  sectionsOf(entry: string): string[] {
    return [...this.targets.keys()]
      .filter((name) => name.startsWith(`${entry}.`))
      .map((name) => name.slice(entry.length + 1))
      .filter((name) => !/\.\d+$/.test(name));
  }

  /** Suggests similar addresses, with the section if the entry has it. */
  #addressesNear(address: Address): string[] {
    const { entry, section } = splitAddress(address);
    const alike = closestNames(entry, this.names()).map((name) => (section && this.targets.has(`${name}.${section}`) ? `${name}.${section}` : name));
    const others = closestNames(address, this.names()).filter((name) => !alike.some((one) => splitAddress(one).entry === name));
    return [...new Set([...alike, ...others])].slice(0, 3);
  }

  /** Suggests the page for a link in the form of another program: `./setup`, `setup.md`, `/concepts/setup/`. */
  #pagesLike(href: string, from: string): string[] {
    const [path = '', section] = href.replace(/\?[^#]*/, '').split('#');
    const name = /([^/]+?)(?:\.(?:md|mdx|html?))?\/?$/.exec(path)?.[1];
    const file = name && [...this.#byFile.keys()].find((one) => one.endsWith(`/${name}.mdx`));
    if (!file) return [];
    const has = section && this.targets.has(`${name}.${section}`);
    return [relative(dirname(from), `${this.#lang}/${file}`) + (has ? `#${section}` : '')];
  }

  /** Suggests similar files, as relative links from a page, with the section if the entry has it. */
  #filesNear({ file, section }: { file: string; section: string | undefined }, from: string): string[] {
    const names = new Map([...this.#byFile.keys()].map((name) => [name, name.startsWith('sources/') ? name : `${this.#lang}/${name}`]));
    return closestNames(withoutLanguage(file), names.keys()).map((name) => {
      const has = section && this.targets.has(`${this.#byFile.get(name)}.${section}`);
      return relative(dirname(from), names.get(name)!) + (has ? `#${section}` : '');
    });
  }

  /** Lists the addresses of entries. The key of a source can contain a dot. */
  names(): string[] {
    return [...this.targets.values()].filter(({ address, entry }) => address === entry).map(({ address }) => address);
  }
}

export type LinkError =
  { kind: 'bad-url' } | { kind: 'dead-link'; near: string[] } | { kind: 'dead-fragment'; page: string; known: string[]; near: string[] };

const sectionTitle = (page: Page, id: string): string => page.sections.find((section) => section.id === id)?.title ?? page.data.title;
