/**
 * Set the words of the page's drawing in rows, each a `tspan` with `x` and `y` in pixels, so that nothing depends on
 * Mermaid's style; runs of bold and italic keep their face as `data-part`.
 *
 * Runs inside the browser page, see `drafting.ts`.
 */
export function typeset(): void {
  for (const text of document.querySelectorAll('text')) {
    if (text.querySelector('textPath')) continue;
    if (text.textContent.trim() === '' || text.getNumberOfChars() === 0) text.remove();
    else set(text);
  }

  function set(text: SVGTextElement): void {
    const { textAnchor } = getComputedStyle(text);
    const lift = text.closest('.node > .label') ? sinking(text) : 0;
    const spans = [...text.querySelectorAll('tspan')].filter((span) => span.hasAttribute('x') || span.hasAttribute('dy'));
    const rows = (spans.length > 0 ? spans : [text]).filter((row) => row.textContent.trim() !== '' && row.getNumberOfChars() > 0);
    const lines = rows.map((row) => {
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
      const anchor = row.x.baseVal[0] ?? text.x.baseVal[0];
      line.setAttribute('x', `${anchor?.value ?? 0}`);
      line.setAttribute('y', `${row.getStartPositionOfChar(0).y - lift + drop(row)}`);
      line.append(...runs(row));
      return line;
    });
    for (const name of text.getAttributeNames()) if (name !== 'transform' && name !== 'class') text.removeAttribute(name);
    if (textAnchor !== 'start') text.setAttribute('text-anchor', textAnchor);
    text.replaceChildren(...lines);
  }

  /** Say how far a row hangs below its `y` when that is not its baseline. */
  function drop(row: Element): number {
    const { dominantBaseline, alignmentBaseline, fontSize } = getComputedStyle(row);
    const named = alignmentBaseline === 'auto' || alignmentBaseline === 'baseline' ? dominantBaseline : alignmentBaseline;
    const share = /central|middle/.test(named) ? 0.35 : /hanging|before|top/.test(named) ? 0.78 : 0;
    return share * parseFloat(fontSize);
  }

  /** Say how far the letters of a label, from the capitals of the first row to the foot of the last, sit below its middle. */
  function sinking(text: SVGTextElement): number {
    const capitals = 0.68 * parseFloat(getComputedStyle(text).fontSize);
    const first = text.getStartPositionOfChar(0).y;
    const last = text.getStartPositionOfChar(text.getNumberOfChars() - 1).y;
    return (first - capitals + last) / 2 - text.getBBox().height / 2;
  }

  function runs(row: SVGTextContentElement): (Node | string)[] {
    const leaves = row.querySelectorAll('tspan:not(:has(tspan))');
    const joined: { words: string; face: string }[] = [];
    for (const leaf of leaves.length > 0 ? leaves : [row]) {
      const { fontWeight, fontStyle } = getComputedStyle(leaf);
      const face = Number(fontWeight) > 600 ? 'strong' : fontStyle === 'italic' ? 'em' : '';
      const words = leaf.textContent.replace(/\s+/g, ' ');
      const last = joined.at(-1);
      if (last?.face === face) last.words += words;
      else joined.push({ words, face });
    }
    return joined.map(({ words, face }) => {
      if (face === '') return words;
      const run = document.createElementNS('http://www.w3.org/2000/svg', 'tspan');
      run.setAttribute('data-part', face);
      run.textContent = words;
      return run;
    });
  }
}
