/**
 * Sets the text of the drawing in the page in rows, each a `tspan` with `x` and `y` in pixels, so that nothing depends on Mermaid's style.
 * Bold and italic runs get the classes `strong` and `em` as `data-part`.
 *
 * Runs inside the browser page, see `in-page.ts`.
 */
export function setLabelRows(): void {
  for (const text of document.querySelectorAll('text')) {
    if (text.querySelector('textPath')) continue;
    if (text.textContent.trim() === '' || text.getNumberOfChars() === 0) text.remove();
    else setRows(text);
  }

  function setRows(text: SVGTextElement): void {
    const { textAnchor } = getComputedStyle(text);
    const lift = text.closest('.node > .label') ? offsetBelowCentre(text) : 0;
    const spans = [...text.querySelectorAll('tspan')].filter((span) => span.hasAttribute('x') || span.hasAttribute('dy'));
    const rows = (spans.length > 0 ? spans : [text]).filter((row) => row.textContent.trim() !== '' && row.getNumberOfChars() > 0);
    const lines = rows.map((row) => {
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
      const anchor = row.x.baseVal[0] ?? text.x.baseVal[0];
      line.setAttribute('x', `${anchor?.value ?? 0}`);
      line.setAttribute('y', `${row.getStartPositionOfChar(0).y - lift + baselineOffset(row)}`);
      line.append(...runs(row));
      return line;
    });
    for (const name of text.getAttributeNames()) if (name !== 'transform' && name !== 'class') text.removeAttribute(name);
    if (textAnchor !== 'start') text.setAttribute('text-anchor', textAnchor);
    text.replaceChildren(...lines);
  }

  /** Returns the distance from the `y` of a row down to its baseline. */
  function baselineOffset(row: Element): number {
    const { dominantBaseline, alignmentBaseline, fontSize } = getComputedStyle(row);
    const named = alignmentBaseline === 'auto' || alignmentBaseline === 'baseline' ? dominantBaseline : alignmentBaseline;
    const share = /central|middle/.test(named) ? 0.35 : /hanging|before|top/.test(named) ? 0.78 : 0;
    return share * parseFloat(fontSize);
  }

  /** Returns how far the text of a label, from the capitals of its first row to its last baseline, is below the centre of its box. */
  function offsetBelowCentre(text: SVGTextElement): number {
    const capitals = 0.68 * parseFloat(getComputedStyle(text).fontSize);
    const first = text.getStartPositionOfChar(0).y;
    const last = text.getStartPositionOfChar(text.getNumberOfChars() - 1).y;
    return (first - capitals + last) / 2 - text.getBBox().height / 2;
  }

  function runs(row: SVGTextContentElement): (Node | string)[] {
    const leaves = row.querySelectorAll('tspan:not(:has(tspan))');
    const joined: { text: string; part: string }[] = [];
    for (const leaf of leaves.length > 0 ? leaves : [row]) {
      const { fontWeight, fontStyle } = getComputedStyle(leaf);
      const part = Number(fontWeight) > 600 ? 'strong' : fontStyle === 'italic' ? 'em' : '';
      const text = leaf.textContent.replace(/\s+/g, ' ');
      const last = joined.at(-1);
      if (last?.part === part) last.text += text;
      else joined.push({ text, part });
    }
    return joined.map(({ text, part }) => {
      if (part === '') return text;
      const run = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
      run.setAttribute('data-part', part);
      run.textContent = text;
      return run;
    });
  }
}
