/**
 * Checks the facts that decision trees share. The same facts must lead to the same level on the same topic in every tree. Every path to an
 * outcome has facts: those of its answers, and those that the outcome assumes. Two paths of different trees can apply to the same case
 * unless they give a fact different values.
 */
import type { DecisionEntry, Entry, FactsEntry } from '../entry.ts';
import { closestNames } from '../did-you-mean.ts';
import { diagnostic, type Diagnostic } from '../diagnostics.ts';
import { STATE_LIMIT } from '../tree-path.ts';

/** A path to an outcome, and its facts. */
interface Route {
  tree: DecisionEntry;
  /** The path as in the URL: `<tree>/<answer>/…`. */
  path: string;
  outcome: string;
  facts: Record<string, string>;
}

/** Reports unknown facts and topics, impossible paths, and contradictions between paths of two trees. */
export function checkSharedFacts(entries: readonly Entry[]): Diagnostic[] {
  const trees = entries.filter((entry): entry is DecisionEntry => entry.kind === 'decision');
  const table = entries.find((entry): entry is FactsEntry => entry.kind === 'facts');
  // An invalid field has an empty value, which would cause a false contradiction.
  const routes = trees.filter(({ failed }) => !failed?.length).map(routesOf);
  return [
    ...trees.flatMap((tree) => unknownFacts(tree, table)),
    ...routes.flatMap((own) => own.flatMap(({ impossible }) => impossible ?? [])),
    ...routes.flatMap((own, at) => routes.slice(0, at).flatMap((others) => contradictions(own.flatMap(possible), others.flatMap(possible)))),
  ];
}

type Found = { route: Route; impossible?: undefined } | { impossible: Diagnostic; route?: undefined };

const possible = ({ route }: Found): Route[] => (route ? [route] : []);

/**
 * Lists the paths to the outcomes of a tree, the shortest first. A tree with a cycle or with too many states is cut off; another check
 * reports both.
 */
function routesOf(tree: DecisionEntry): Found[] {
  const { questions, outcomes, start } = tree.data;
  const found: Found[] = [];
  const open: { node: string; passed: string[]; path: string[]; facts: Route['facts'] }[] = [{ node: start, passed: [], path: [tree.id], facts: {} }];
  for (let at = 0; at < open.length && at <= STATE_LIMIT; at += 1) {
    const { node, passed, path, facts } = open[at]!;
    if (passed.includes(node)) continue;
    const question = Object.hasOwn(questions, node) ? questions[node]! : undefined;
    const steps = question ? Object.entries(question.answers) : [];
    for (const [answer, { to, facts: stated }] of steps) {
      const place = ['questions', node, 'answers', answer];
      const clash = clashOf(facts, stated);
      if (clash) found.push({ impossible: impossible(tree, [...path, answer], place, clash) });
      else open.push({ node: to, passed: [...passed, node], path: [...path, answer], facts: { ...facts, ...stated } });
    }
    if (question || !Object.hasOwn(outcomes, node)) continue;
    const { facts: presumed } = outcomes[node]!;
    const clash = clashOf(facts, presumed);
    if (clash) found.push({ impossible: impossible(tree, path, ['outcomes', node], clash) });
    else found.push({ route: { tree, path: path.join('/'), outcome: node, facts: { ...facts, ...presumed } } });
  }
  return found;
}

type Clash = [fact: string, one: string, other: string];

/** Returns a fact with different values in two sets. */
function clashOf(facts: Route['facts'], others: Route['facts']): Clash | undefined {
  for (const [fact, value] of Object.entries(others)) {
    if (Object.hasOwn(facts, fact) && facts[fact] !== value) return [fact, facts[fact]!, value];
  }
  return undefined;
}

const impossible = ({ file }: DecisionEntry, path: string[], place: string[], [fact, ...values]: Clash): Diagnostic =>
  diagnostic('impossible-path', file, { path: place }, { path: path.join('/'), fact, values });

/** Compares the paths of two trees of one language. Only the first contradiction between two outcomes is reported. */
function contradictions(own: readonly Route[], others: readonly Route[]): Diagnostic[] {
  const diagnostics = new Map<string, Diagnostic>();
  for (const here of own) {
    for (const there of others) {
      if (here.tree.lang !== there.tree.lang) return [];
      const [one, other] = [here, there].map(({ tree, outcome }) => tree.data.outcomes[outcome]!) as [Ruled, Ruled];
      const topic = one.settles.find((name) => other.settles.includes(name));
      const pair = `${here.outcome} ${there.outcome}`;
      if (topic === undefined || one.level === other.level || diagnostics.has(pair) || clashOf(here.facts, there.facts)) continue;
      const at = { path: ['outcomes', here.outcome, 'level'] };
      diagnostics.set(pair, diagnostic('contradiction', here.tree.file, at, { topic, here: rulingOf(here), there: rulingOf(there) }));
    }
  }
  return [...diagnostics.values()];
}

type Ruled = DecisionEntry['data']['outcomes'][string];

const rulingOf = ({ tree: { file, data }, path, outcome }: Route) => ({ file, path, outcome, level: data.outcomes[outcome]!.level });

/** Reports facts, values and topics of a tree that are not in facts.yaml. Skipped if facts.yaml is invalid. */
function unknownFacts({ file, data }: DecisionEntry, table: FactsEntry | undefined): Diagnostic[] {
  if (table?.failed?.length) return [];
  const { facts = {}, topics = {} } = table?.data ?? {};
  const unknown = (what: 'fact' | 'value' | 'topic', name: string, known: readonly string[], path: (string | number)[], of?: string): Diagnostic[] =>
    known.includes(name) ? [] : [diagnostic('unknown-fact', file, { path }, { what, name, of, known, near: closestNames(name, known) })];
  const inMap = (stated: Route['facts'], path: string[]): Diagnostic[] =>
    Object.entries(stated).flatMap(([fact, value]) => {
      const place = [...path, 'facts', fact];
      return Object.hasOwn(facts, fact)
        ? unknown('value', value, facts[fact]!.values, place, fact)
        : unknown('fact', fact, Object.keys(facts), place);
    });
  return [
    ...Object.entries(data.questions).flatMap(([id, { answers }]) =>
      Object.entries(answers).flatMap(([answer, { facts: stated }]) => inMap(stated, ['questions', id, 'answers', answer])),
    ),
    ...Object.entries(data.outcomes).flatMap(([id, { facts: stated, settles }]) => [
      ...inMap(stated, ['outcomes', id]),
      ...settles.flatMap((topic, at) => unknown('topic', topic, Object.keys(topics), ['outcomes', id, 'settles', at])),
    ]),
  ];
}
