/** The reading aids that wait for a reader, in one file. */
import { wearAids } from './load-stylesheet.ts';
import './theme-select.ts';
import './toc-scrollspy.ts';
import { press } from './shortcuts.ts';
import { heed } from './link-previews.ts';

void wearAids();

/** Hear the sign that woke the aids, which was before their time. */
export function wake(sign: Event): void {
  if (sign instanceof KeyboardEvent) press(sign);
  else heed(sign);
}
