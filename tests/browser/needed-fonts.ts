/** Runs in a page. Returns the font files that its visible text needs, those that it preloads, and those that it loaded without a preload. */
export const FONTS = async () => {
  await document.fonts.ready;
  const rulesIn = (list: CSSRuleList): CSSRule[] =>
    [...list].flatMap((rule) => ('cssRules' in rule ? rulesIn(rule.cssRules as CSSRuleList) : [rule]));
  const nameOf = (url: string) => url.split('/').at(-1)!;
  const unquoted = (family: string) => family.replace(/["']/g, '').trim();
  const faces = [...document.styleSheets]
    .flatMap(({ cssRules }) => rulesIn(cssRules))
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .map(({ style }) => {
      const value = (name: string) => style.getPropertyValue(name);
      const ranges = [...value('unicode-range').matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)];
      return {
        family: unquoted(value('font-family')),
        isBold: parseInt(value('font-weight') || '400', 10) > 500,
        isItalic: value('font-style') === 'italic',
        // The fallback faces are local fonts, without a file.
        file: /url\("?([^")]+)/.exec(value('src'))?.[1],
        ranges: ranges.map(([, from, to = from]) => [parseInt(from!, 16), parseInt(to!, 16)] as const),
      };
    });
  const fileFor = (character: string, families: string[], isBold: boolean, isItalic: boolean): string | undefined => {
    const code = character.codePointAt(0)!;
    for (const family of families) {
      const able = faces.filter((face) => face.family === family && covers(face.ranges, code));
      const face = able.find((one) => one.isBold === isBold && one.isItalic === isItalic) ?? able[0];
      if (face) return face.file;
    }
    return undefined;
  };
  const covers = (ranges: readonly (readonly [number, number])[], code: number) =>
    ranges.length === 0 || ranges.some(([from, to]) => code >= from && code <= to);
  const seen = new Set<string>();
  const needed = new Set<string>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode as Text;
    if (!data.trim() || !parentElement!.checkVisibility()) continue;
    const { fontFamily, fontWeight, fontStyle } = getComputedStyle(parentElement!);
    for (const character of data.replaceAll(/\s/g, '')) {
      const key = [character, fontFamily, fontWeight, fontStyle].join();
      if (seen.has(key)) continue;
      seen.add(key);
      const file = fileFor(character, fontFamily.split(',').map(unquoted), Number(fontWeight) > 500, fontStyle !== 'normal');
      if (file) needed.add(nameOf(file));
    }
  }
  const preloaded = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')].map(({ href }) => nameOf(href));
  const loaded = performance.getEntriesByType('resource').map(({ name }) => nameOf(name));
  return {
    needed: [...needed].sort(),
    preloaded: preloaded.sort(),
    late: loaded.filter((name) => name.endsWith('.woff2') && !preloaded.includes(name)),
  };
};
