/** Give the name of the file that holds the whole base, after the name of the site: `the-handbook.pdf`, for another language `the-handbook-ru.pdf`. */
export function pdfName(title: string, lang?: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['base'];
  return `${[...words, ...(lang ? [lang] : [])].join('-')}.pdf`;
}
