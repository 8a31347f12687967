/** Formats sources as GOST R 7.0.5-2008 requires in a list of references, for readers of Russian. */
import type { Source } from './source.ts';

type Data = Source['data'];
type Name = NonNullable<Data['author']>[number];

/** GOST lists up to three authors; if there are more, only the first. */
const MOST_NAMED = 3;

/** Returns every source as one line, by source id. Names and titles are in the language of the locale if the source has them. */
export const gostReferencesOf = (sources: readonly Source[]): Map<string, string> =>
  new Map(sources.map(({ id, data }) => [id, gostReference(data)]));

function gostReference(data: Data): string {
  const { title, volume, issue, page, DOI, URL, checked, authority, number, publisher } = data;
  const words = wordsFor(title);
  const names = (data.author ?? []).map(inverted);
  const named = names.length > MOST_NAMED ? `${names[0]} ${words.others}` : names.join(', ');
  const container = data['container-title'];
  const parts = [
    [named, container && container !== title ? `${title} // ${container}` : title].filter(Boolean).join(' '),
    [authority, number?.replace(/^(?=[\d\p{Script=Cyrillic}])/u, '№ ')].filter(Boolean).join(', '),
    [data['publisher-place'], publisher].filter(Boolean).join(' : '),
    issuedOn(data),
    volume && `${words.volume} ${volume}`,
    issue && `${words.issue} ${issue}`,
    page && `${words.page} ${page.replace(/(?<=\d)-(?=\d)/g, '–')}`,
    DOI && `DOI: ${DOI}`,
    URL && `URL: ${URL} (дата обращения: ${dotted(checked)})`,
  ];
  return `${parts
    .flatMap((part) => part || [])
    .join('. ')
    .replace(/([.?!…]»?)\. /g, '$1 ')
    .replace(/\.$/, '')}.`;
}

/** Returns the date: for an article in a journal only the year, as GOST requires; otherwise as precise as known. */
const issuedOn = ({ issued, type }: Data): string | undefined =>
  type === 'article-journal' || type === 'book' ? issued?.slice(0, 4) : issued && dotted(issued);

const dotted = (date: string): string => date.split('-').toReversed().join('.');

/** Formats a name: the family name first, then the initials of the given names. */
function inverted(name: Name): string {
  if ('literal' in name) return name.literal;
  const initials = name.given?.split(/[\s-]+/).map((given) => (given.endsWith('.') ? given : `${given[0]}.`));
  return [name.family, ...(initials ?? [])].join(' ');
}

/** Returns the words of a reference in the language of the work. */
const wordsFor = (title: string) =>
  /\p{Script=Cyrillic}/u.test(title)
    ? { volume: 'Т.', issue: '№', page: 'С.', others: '[и др.]' }
    : { volume: 'Vol.', issue: 'No.', page: 'P.', others: '[et al.]' };
