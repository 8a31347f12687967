import type { XastElement } from 'svgo';

/**
 * Name what a drawing points at: `<name>-title`, `<name>-desc`, and `<name>-1`, `<name>-2` … for arrow heads and other
 * parts in the order of their use. Every other id goes, and so does every pointer to nothing.
 *
 * The head of an assumed edge becomes a marker of its own, so that CSS can colour it with its line, and its foot gets a
 * knob, so that it is told from the others without colour.
 */
export function nameReferences(svg: XastElement, name: string): void {
  const all = [...elements(svg)];
  const targets = new Map(all.flatMap((element) => (element.attributes['id'] ? [[element.attributes['id'], element] as const] : [])));
  const names = new Map<XastElement, string>();
  const nameOf = (target: XastElement) => names.get(target) ?? names.set(target, `${name}-${names.size + 1}`).get(target)!;
  for (const element of all) {
    for (const pointer of pointers) {
      const id = /^url\(["']?#(.+?)["']?\)$/.exec(element.attributes[pointer] ?? '')?.[1] ?? '';
      const target = isAssumed(element) ? assumedEnd(pointer, id) : targets.get(id);
      point(element, pointer, target && `url(#${nameOf(target)})`);
    }
    if (element.name === 'a') continue;
    const shown = targets.get(element.attributes['href']?.slice(1) ?? '');
    point(element, 'href', shown && `#${nameOf(shown)}`);
  }
  for (const element of elements(svg)) point(element, 'id', names.get(element));
  label();

  function assumedEnd(pointer: string, id: string): XastElement | undefined {
    const plain = targets.get(id) ?? (pointer === 'marker-start' ? knob : undefined);
    if (!plain) return undefined;
    const known = targets.get(`${id} assumed`);
    if (known) return known;
    const end = structuredClone(plain);
    end.attributes['class'] = 'arrow assumed';
    svg.children.push(end);
    targets.set(`${id} assumed`, end);
    return end;
  }

  function label(): void {
    const parts = ['title', 'desc'].map(
      (part) => svg.children.find((child) => child.type === 'element' && child.name === part) as XastElement | undefined,
    );
    for (const part of parts) if (part) part.attributes['id'] = `${name}-${part.name}`;
    const ids = parts.flatMap((part) => part?.attributes['id'] ?? []);
    point(svg, 'aria-labelledby', ids.length > 0 ? ids.join(' ') : undefined);
  }
}

/** Walk every element below `parent`, a parent before its children. */
export function* elements(parent: XastElement): Generator<XastElement> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elements(child);
  }
}

function point(element: XastElement, attribute: string, value: string | undefined): void {
  if (value) element.attributes[attribute] = value;
  else delete element.attributes[attribute];
}

const isAssumed = (element: XastElement) => /\bassumed\b/.test(element.attributes['class'] ?? '');

const knob: XastElement = {
  type: 'element',
  name: 'marker',
  attributes: { viewBox: '-4 -4 8 8', markerWidth: '8', markerHeight: '8', markerUnits: 'userSpaceOnUse' },
  children: [{ type: 'element', name: 'circle', attributes: { class: 'solid', r: '3.5' }, children: [] }],
};

const pointers = ['marker-start', 'marker-mid', 'marker-end', 'clip-path'];
