import { addressOf, landingOf, type Key } from './ledger.ts';
import type { Update } from './update.ts';

/** Tell the writer what an update did, address by address; of a long list the beginning, of a first ledger only how much there is. */
export function accountOf({ ledger, added, changed, arranged, revived, retired, redirected }: Update, isFirst: boolean): string {
  const living = [...ledger.values()].filter(({ to }) => !to).length;
  const kept = living - added.length - revived.length;
  const lands = (key: Key): string => `${key} → ${addressOf(landingOf(ledger, key) ?? key)}`;
  const list = (title: string, lines: readonly string[]): string[] => {
    if (lines.length === 0) return [];
    const shown = isFirst ? [] : lines.slice(0, SHOWN);
    const more = shown.length && lines.length > SHOWN ? [`  and ${lines.length - SHOWN} more`] : [];
    return [`${lines.length} ${title}`, ...shown.map((line) => `  ${line}`), ...more];
  };
  return [
    ...list('added', added),
    ...list('came back', revived),
    `${kept} kept`,
    ...list('of them with other words', changed),
    ...list('put in another order', arranged),
    ...list(
      'retired',
      retired.map(({ key }) => lands(key)),
    ),
    ...list(
      'retired before, land elsewhere now',
      redirected.map(({ key }) => lands(key)),
    ),
    `${living} living addresses, ${ledger.size - living} retired.`,
  ].join('\n');
}

const SHOWN = 40;
