import type { XastElement } from 'svgo';

/**
 * Assigns ids to the elements that a drawing refers to: `<name>-title`, `<name>-desc`, and `<name>-1`, `<name>-2` … for arrowheads and
 * other elements in the order of their use. Removes every other id, and every reference without a target.
 *
 * The edge of an assumed answer gets an arrowhead of its own, so that CSS can give it the colour of the line, and a dot at its start, so that
 * it differs from other edges also without colour.
 */
export function assignIds(svg: XastElement, name: string): void {
  const all = [...elements(svg)];
  const targets = new Map(all.flatMap((element) => (element.attributes['id'] ? [[element.attributes['id'], element] as const] : [])));
  const ids = new Map<XastElement, string>();
  const idOf = (target: XastElement) => ids.get(target) ?? ids.set(target, `${name}-${ids.size + 1}`).get(target)!;
  for (const element of all) {
    for (const attribute of references) {
      const id = /^url\(["']?#(.+?)["']?\)$/.exec(element.attributes[attribute] ?? '')?.[1] ?? '';
      const target = isAssumed(element) ? assumedEnd(attribute, id) : targets.get(id);
      setAttribute(element, attribute, target && `url(#${idOf(target)})`);
    }
    if (element.name === 'a') continue;
    const shown = targets.get(element.attributes['href']?.slice(1) ?? '');
    setAttribute(element, 'href', shown && `#${idOf(shown)}`);
  }
  for (const element of elements(svg)) setAttribute(element, 'id', ids.get(element));
  setLabel();

  function assumedEnd(attribute: string, id: string): XastElement | undefined {
    const plain = targets.get(id) ?? (attribute === 'marker-start' ? knob : undefined);
    if (!plain) return undefined;
    const existing = targets.get(`${id} assumed`);
    if (existing) return existing;
    const end = structuredClone(plain);
    end.attributes['class'] = 'arrow assumed';
    svg.children.push(end);
    targets.set(`${id} assumed`, end);
    return end;
  }

  function setLabel(): void {
    const parts = ['title', 'desc'].map(
      (part) => svg.children.find((child) => child.type === 'element' && child.name === part) as XastElement | undefined,
    );
    for (const part of parts) if (part) part.attributes['id'] = `${name}-${part.name}`;
    const label = parts.flatMap((part) => part?.attributes['id'] ?? []).join(' ');
    setAttribute(svg, 'aria-labelledby', label || undefined);
  }
}

/** Yields every element below `parent`, a parent before its children. */
export function* elements(parent: XastElement): Generator<XastElement> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elements(child);
  }
}

function setAttribute(element: XastElement, attribute: string, value: string | undefined): void {
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

const references = ['marker-start', 'marker-mid', 'marker-end', 'clip-path'];
