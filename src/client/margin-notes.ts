/** Makes the text at least as high as the notes in its margin. CSS takes them out of the flow, so they could overlap the content below the text. */
const prose = document.querySelector<HTMLElement>('.prose:has(> .footnotes)');

function makeRoom(): void {
  const notes = [...prose!.querySelectorAll('.footnotes > ol > li')].filter((note) => getComputedStyle(note).position === 'absolute');
  const end = Math.max(0, ...notes.map((note) => note.getBoundingClientRect().bottom));
  const height = Math.ceil(end - prose!.getBoundingClientRect().top);
  prose!.style.minBlockSize = notes.length > 0 ? `${height}px` : '';
}

if (prose) {
  makeRoom();
  void document.fonts.ready.then(makeRoom);
  addEventListener('resize', makeRoom);
}
