/** The rectangle that the fill handle is being dragged over, or null. */
import { create } from 'zustand';
import type { Rectangle } from './selection.ts';

export const useFillDrag = create<{ target: Rectangle | null }>(() => ({ target: null }));
