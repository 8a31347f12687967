import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare, type Comparison } from '../../../src/permalinks/compare.ts';
import type { Permalinks } from '../../../src/permalinks/permalinks.ts';
import { parseRedirects } from '../../../src/permalinks/redirects.ts';
import { Resolver } from '../../../src/permalinks/resolver.ts';
import { hashOf, type PageSnapshot } from '../../../src/permalinks/snapshot.ts';

/** A page of sections, each a list of blocks as `number text`. */
function page(id: string, sections: Record<string, readonly string[]>, { lang = 'en', kind = 'concept' as const, title = id } = {}): PageSnapshot {
  const parts = Object.entries(sections).flatMap(([section, blocks]) => [
    { address: `${id}.${section}`, kind: 'section' as const, hash: hashOf(`Title of ${section}`), text: '', section },
    ...blocks.map((block) => {
      const [, name = '', text = ''] = /^(\S+) (.*)$/.exec(block)!;
      return { address: `${id}.${name.includes('.') ? name : `${section}.${name}`}`, kind: 'block' as const, hash: hashOf(text), text: '', section };
    }),
  ]);
  return { lang, page: id, addresses: [{ address: id, kind, hash: hashOf(title), text: '', section: '' }, ...parts] };
}

const none = parseRedirects('');
const step = (former: Permalinks, pages: PageSnapshot[], today: string, redirects = ''): Comparison =>
  compare(former, { snapshot: pages, trees: new Map() }, parseRedirects(redirects), today);
/** The permalinks after successive states of a base, one per day. */
const after = (...states: PageSnapshot[][]): Permalinks =>
  states.reduce<Permalinks>((former, state, at) => step(former, state, `2026-01-0${at + 1}`).permalinks, new Map());
const addresses = (changes: readonly { address: string }[]): string[] => changes.map(({ address }) => address);
const words = ({ diagnostics }: Comparison): string[] => diagnostics.map(({ kind, message, hint }) => `${kind}: ${message} ${hint}`);
const resolve = ({ permalinks }: Comparison, pages: PageSnapshot[], redirects: string, address: string) =>
  new Resolver(new Set(pages.flatMap((one) => addresses(one.addresses))), parseRedirects(redirects), permalinks, new Map()).resolve(address);

test('A first run publishes every address; the same content again changes nothing.', () => {
  const content = [page('a', { one: ['1 First.', '2 Second.'] })];
  const done = step(new Map(), content, '2026-01-01');
  assert.deepEqual(addresses(done.added), ['a', 'a.one', 'a.one.1', 'a.one.2']);
  const again = step(done.permalinks, content, '2026-01-02');
  assert.deepEqual([again.added, again.changed, again.removed, again.diagnostics], [[], [], [], []]);
  assert.deepEqual(again.permalinks, done.permalinks);
});

test('A block that is reworded or moved within its page keeps its address, and only its date changes.', () => {
  const former = after([page('a', { one: ['1 First.', '2 Second.'], two: ['1 Third.'] })]);
  const done = step(former, [page('a', { one: ['2 Quite other words.'], two: ['one.1 First.', '1 Third.'] })], '2026-02-01');
  assert.deepEqual([addresses(done.added), addresses(done.changed), addresses(done.removed)], [[], ['a.one.2'], []]);
  const row = done.permalinks.get('en/a')!.rows.find(({ address }) => address === 'a.one.2')!;
  assert.deepEqual([row.first, row.changed], ['2026-01-01', '2026-02-01']);
});

test('A removed block is reported by its address, with the lines to add.', () => {
  const former = after([page('a', { one: ['1 First.', '2 Second.'] })]);
  const done = step(former, [page('a', { one: ['1 First.'] })], '2026-02-01');
  assert.deepEqual(words(done), [
    'lost-address: “a.one.2” was published and is gone. If its text is still on the page, end it with [#one.2]. Otherwise add its new address to redirects.yaml, as “a.one.2: a.one” or as “a.one.2: { withdrawn: <day>, reason: … }”.',
  ]);
});

test('A removed block whose text is at exactly one other address is redirected there; with two it is not.', () => {
  const former = after([page('a', { one: ['1 First.', '2 Second.'] })]);
  const moved = step(former, [page('a', { one: ['1 First.'] }), page('b', { two: ['1 Second.'] })], '2026-02-01');
  assert.deepEqual([moved.proposed, moved.diagnostics], [[{ from: 'a.one.2', to: 'b.two.1' }], []]);
  const twice = step(former, [page('a', { one: ['1 First.'] }), page('b', { two: ['1 Second.', '2 Second.'] })], '2026-02-01');
  assert.deepEqual([twice.proposed, twice.diagnostics.length], [[], 1]);
});

test('A similar text is never treated as the same.', () => {
  const former = after([page('a', { one: ['1 The maker has the right.'] })]);
  const done = step(former, [page('a', { one: ['2 The maker has a right.'] })], '2026-02-01');
  assert.deepEqual([done.proposed, done.diagnostics.map(({ kind }) => kind)], [[], ['lost-address']]);
});

test('A section with a new id on its page is found by its title; one with the same title on another page is not.', () => {
  const former = after([page('a', { doubts: [] })]);
  const renamed = page('a', { reserves: [] });
  renamed.addresses[1]!.hash = hashOf('Title of doubts');
  assert.deepEqual(step(former, [renamed], '2026-02-01').proposed, [{ from: 'a.doubts', to: 'a.reserves' }]);
  assert.deepEqual(step(former, [page('a', {}), page('b', { doubts: [] })], '2026-02-01').diagnostics.length, 1);
});

test('The redirect of a page applies to each part that moved with it, and not to a part that the target had before.', () => {
  const old = page('old', { one: ['1 First.', '2 Second.'] });
  const redirects = 'old: new';
  const moved = [page('new', { one: ['1 Other words.', '2 Second.'] })];
  const done = step(after([old]), moved, '2026-02-01', redirects);
  assert.deepEqual(done.diagnostics, []);
  assert.deepEqual(resolve(done, moved, redirects, 'old.one.1'), { to: 'new.one.1' });
  const merged = step(
    after([old, page('new', { one: ['1 Its own.'] })]),
    [page('new', { one: ['1 Its own.', '2 Second.'] })],
    '2026-02-01',
    redirects,
  );
  assert.deepEqual(
    words(merged).map((text) => /“(.+?)”/.exec(text)![1]),
    ['old.one', 'old.one.1'],
  );
  assert.deepEqual(merged.proposed, [{ from: 'old.one.2', to: 'new.one.2' }]);
});

test('A withdrawal applies to everything below it.', () => {
  const redirects = 'a.one: { withdrawn: 2026-02-01, reason: It was wrong. }';
  const done = step(after([page('a', { one: ['1 First.'] })]), [page('a', {})], '2026-02-01', redirects);
  assert.deepEqual(done.diagnostics, []);
  assert.deepEqual(resolve(done, [page('a', {})], redirects, 'a.one.1'), { withdrawn: '2026-02-01', reason: 'It was wrong.' });
});

test('Redirects can be chained; a cycle, an unknown target and an unknown address are reported.', () => {
  const former = after([page('a', { one: ['1 First.', '2 Second.', '3 Third.'] })]);
  const now = [page('a', { one: ['3 Third.'] })];
  const chain = 'a.one.1: a.one.2\na.one.2: a.one.3';
  const done = step(former, now, '2026-02-01', chain);
  assert.deepEqual([done.diagnostics, resolve(done, now, chain, 'a.one.1')], [[], { to: 'a.one.3' }]);
  assert.deepEqual(words(step(former, now, '2026-02-01', 'a.one.1: a.one.2\na.one.2: a.one.1')), [
    'unknown-target: The redirect of “a.one.1” is circular. Redirect to an existing page, section, block, note or node.',
    'unknown-target: The redirect of “a.one.2” is circular. Redirect to an existing page, section, block, note or node.',
  ]);
  assert.deepEqual(
    step(former, now, '2026-02-01', 'a.one.1: a.two\na.one.2: a\nb.one: a').diagnostics.map(({ kind, line }) => `${kind}:${line}`),
    ['unknown-target:1', 'unknown-address:3'],
  );
});

test('A removed and redirected address cannot be used again.', () => {
  const former = after([page('a', { one: ['1 First.', '2 Second.'] })], [page('a', { one: ['1 First.'] })]);
  const done = step(former, [page('a', { one: ['1 First.', '2 Something new.'] })], '2026-03-01', 'a.one.2: a.one.1');
  assert.match(words(done)[0]!, /^reused-address: “a\.one\.2” redirects to “a\.one\.1”, but the content uses it again\./);
});

test('An address that only one language removed is not reported.', () => {
  const both = (ru: string[]) => [page('a', { one: ['1 First.', '2 Second.'] }), page('a', { one: ru }, { lang: 'ru' })];
  const done = step(after(both(['1 Раз.', '2 Два.'])), both(['1 Раз.']), '2026-02-01');
  assert.deepEqual([addresses(done.removed), done.diagnostics], [['a.one.2'], []]);
});

test('A page that moves to another folder keeps its address, and its old URL is stored as removed.', () => {
  const question = page('a', {});
  const moved = { ...question, addresses: [{ ...question.addresses[0]!, kind: 'question' as const }] };
  const done = step(after([question]), [moved], '2026-02-01');
  assert.deepEqual(done.diagnostics, []);
  assert.deepEqual(
    done.permalinks.get('en/a')!.rows.map(({ kind, hash }) => `${kind} ${hash ? 'live' : 'gone'}`),
    ['concept gone', 'question live'],
  );
});

test('redirects.yaml accepts an address in the form of a link, and each invalid line is reported.', () => {
  assert.deepEqual([...parseRedirects('kb:a#one: kb:b#two\n').rules], [['a.one', { to: 'b.two' }]]);
  for (const [text, what] of [
    ['a', 'It is not a map of addresses.'],
    ['a:', '“a” has no new address.'],
    ['a: { withdrawn: yesterday, reason: x }', '“a” needs “withdrawn” with a day, as 2026-11-28.'],
    ['a: { withdrawn: 2026-01-01 }', '“a” is withdrawn without a “reason”.'],
    ['a: { withdrawn: 2026-01-01, reason: x, to: b }', '“a” has an unknown field “to”.'],
  ] as const)
    assert.deepEqual(
      parseRedirects(text).diagnostics.map((one) => one.message),
      [`Invalid redirects.yaml: ${what}`],
    );
  assert.equal(parseRedirects('<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x\n').diagnostics[0]!.kind, 'redirects-broken');
  assert.deepEqual(none.diagnostics, []);
});
