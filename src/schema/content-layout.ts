/** The layout of the content folder: the path of each kind of file. */
export type Kind =
  'front' | 'concept' | 'question' | 'decision' | 'search-questions' | 'source' | 'source-text' | 'article' | 'vocabulary' | 'facts' | 'site';

export interface ContentPattern {
  kind: Kind;
  /** A glob for the content collection, under the content folder. */
  glob: string;
  /** The same pattern as a regular expression with the groups `lang` and `id`. */
  path: RegExp;
  /** The pattern as messages show it. */
  shape: string;
}

export const contentLayout: readonly ContentPattern[] = [
  { kind: 'front', glob: '??/index.mdx', path: /^(?<lang>[a-z]{2})\/(?<id>index)\.mdx$/, shape: '<lang>/index.mdx' },
  { kind: 'concept', glob: '??/concepts/*.mdx', path: /^(?<lang>[a-z]{2})\/concepts\/(?<id>[^/]+)\.mdx$/, shape: '<lang>/concepts/<id>.mdx' },
  { kind: 'question', glob: '??/questions/*.mdx', path: /^(?<lang>[a-z]{2})\/questions\/(?<id>[^/]+)\.mdx$/, shape: '<lang>/questions/<id>.mdx' },
  { kind: 'decision', glob: '??/decisions/*.yaml', path: /^(?<lang>[a-z]{2})\/decisions\/(?<id>[^/]+)\.yaml$/, shape: '<lang>/decisions/<id>.yaml' },
  {
    kind: 'search-questions',
    glob: '??/search-questions.yaml',
    path: /^(?<lang>[a-z]{2})\/(?<id>search-questions)\.yaml$/,
    shape: '<lang>/search-questions.yaml',
  },
  { kind: 'source', glob: 'sources/*.yaml', path: /^sources\/(?<id>[^/]+)\.yaml$/, shape: 'sources/<key>.yaml' },
  { kind: 'source-text', glob: 'texts/*.yaml', path: /^texts\/(?<id>[^/]+)\.yaml$/, shape: 'texts/<key>.yaml' },
  { kind: 'article', glob: 'article.yaml', path: /^(?<id>article)\.yaml$/, shape: 'article.yaml' },
  { kind: 'vocabulary', glob: 'vocabulary.yaml', path: /^(?<id>vocabulary)\.yaml$/, shape: 'vocabulary.yaml' },
  { kind: 'facts', glob: 'facts.yaml', path: /^(?<id>facts)\.yaml$/, shape: 'facts.yaml' },
  { kind: 'site', glob: 'site.yaml', path: /^(?<id>site)\.yaml$/, shape: 'site.yaml' },
];

/** Returns the kind, the language and the id of a file of the content folder; undefined for an unknown path. */
export function identifyFile(path: string): { kind: Kind; lang: string | undefined; id: string } | undefined {
  for (const folder of contentLayout) {
    const groups = folder.path.exec(path)?.groups;
    if (groups) return { kind: folder.kind, lang: groups.lang, id: groups.id! };
  }
  return undefined;
}
