/** What changes prices: for useAnswer. */
import { following } from '../follow.ts';

export const followBars = following('barsEdited');
