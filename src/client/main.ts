/** What every page runs. Each is small, and loads the rest of itself when it is wanted. */
import './lazy-load.ts';
import './footnote-popover.ts';
import './anchor-menu.ts';
import './search-dialog.ts';
import './speculation-rules.ts';
import './register-service-worker.ts';
