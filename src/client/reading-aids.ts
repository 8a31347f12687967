/** The reading aids that wait for a reader, in one file. */
import { wearAids } from './looks.ts';
import './theme-choice.ts';
import './contents-place.ts';
import { press } from './keys.ts';
import { heed } from './previews.ts';

void wearAids();

/** Hear the sign that woke the aids, which was before their time. */
export function wake(sign: Event): void {
  if (sign instanceof KeyboardEvent) press(sign);
  else heed(sign);
}
