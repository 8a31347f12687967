/** What every page runs. Each is small, and loads the rest of itself when it is wanted. */
import './aids.ts';
import './note-card.ts';
import './passage-menu.ts';
import './search-dialog.ts';
import './speculation.ts';
import './offline.ts';
