/** The reading aids that wait for a reader, in one file. */
import looks from '../styles/aids.css?url';
import { wear } from './looks.ts';
import './theme-choice.ts';
import './contents-place.ts';
import './previews.ts';

void wear(looks);

export { press } from './keys.ts';
