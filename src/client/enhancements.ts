/** The enhancements that `lazy-load.ts` loads, in one chunk. */
import { loadEnhancementStyles } from './load-stylesheet.ts';
import './offline-button.ts';
import './theme-select.ts';
import './toc-scrollspy.ts';
import { onShortcut } from './shortcuts.ts';
import { onIntent } from './link-previews.ts';

void loadEnhancementStyles();

/** Handles an event that occurred before the enhancements were loaded. */
export function replay(event: Event): void {
  if (event instanceof KeyboardEvent) onShortcut(event);
  else onIntent(event);
}
