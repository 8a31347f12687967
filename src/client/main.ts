/** The script of every page. Its modules are small and load the rest of their code on demand. */
import './lazy-load.ts';
import './margin-notes.ts';
import './footnote-popover.ts';
import './anchor-menu.ts';
import './language-switch.ts';
import './search-dialog.ts';
import './speculation-rules.ts';
import './offline-reading.ts';
