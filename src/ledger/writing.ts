import { isPage, type Entry } from './ledger.ts';
import { orderOf, type Place, type Sheet } from './sheet.ts';

/** Write the entry of a living place, and say what happened to it; undefined when the entry stands as it is. */
export function entryFor(
  place: Place,
  sheet: Sheet,
  known: Entry | undefined,
  today: string,
): { entry: Entry; what: 'added' | 'changed' | 'arranged' | 'revived' } | undefined {
  const { kind, name, print } = place;
  const { former, key } = sheet;
  const order = name ? undefined : orderOf(sheet);
  const renamed = former && former.key !== key ? former : undefined;
  if (!known) {
    // A passage of a renamed page is no newer for its new address.
    const before = name ? renamed?.parts.get(name) : renamed?.page;
    const dates = before ? datesAfter(before, print, today) : { first: today };
    return {
      what: 'added',
      entry: { kind, ...dates, ...(isPage(kind) ? pageFields(kind, before, renamed?.id) : {}), ...(order ? { order } : {}), print },
    };
  }
  const came = known.to !== undefined;
  if (!came && known.print === print && known.kind === kind && known.order === order) return undefined;
  const { to: _to, retired: _retired, order: _order, ...rest } = known;
  const entry: Entry = {
    ...rest,
    kind,
    ...datesAfter(known, print, today),
    ...(isPage(kind) ? pageFields(kind, known, came ? renamed?.id : undefined) : {}),
    ...(order ? { order } : {}),
    print,
  };
  return { entry, what: came ? 'revived' : known.print === print ? 'arranged' : 'changed' };
}

function datesAfter({ first, changed, print: before }: Entry, print: string, today: string): Pick<Entry, 'first' | 'changed'> {
  const last = before === print ? changed : today;
  return last ? { first, changed: last } : { first };
}

/** Remember the kinds and the ids that a page had before. */
function pageFields(kind: Entry['kind'], before: Entry | undefined, former: string | undefined): Pick<Entry, 'was' | 'from'> {
  const was = [...new Set([...(before?.was ?? []), ...(before && !former && isPage(before.kind) ? [before.kind] : [])])].filter(
    (one) => one !== kind,
  );
  const from = [...new Set([...(before?.from ?? []), ...(former ? [former] : [])])];
  return { ...(was.length && !former ? { was } : {}), ...(from.length ? { from } : {}) };
}
