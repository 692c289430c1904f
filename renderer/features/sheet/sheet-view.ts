/** What of the sheet screen is open (grid, comparison or reconciliation, and the side panel) and how numbers look in it. */
import { create } from 'zustand';

export type SheetView = 'grid' | 'comparison' | 'reconciliation';

const PANEL_KEY = 'plumbline.panel.open';
const COMPACT_KEY = 'plumbline.numbers.compact';

export const useSheetView = create<{
  view: SheetView;
  isPanelOpen: boolean;
  /** Large numbers with 万 and 亿, or k, M and bn; in full where the mouse rests. */
  isCompact: boolean;
}>(() => ({
  view: 'grid',
  isPanelOpen: localStorage.getItem(PANEL_KEY) !== 'no',
  isCompact: localStorage.getItem(COMPACT_KEY) === 'yes',
}));

export function showView(view: SheetView): void {
  useSheetView.setState({ view });
}

export function togglePanel(): void {
  useSheetView.setState(({ isPanelOpen }) => ({ isPanelOpen: !isPanelOpen }));
  localStorage.setItem(PANEL_KEY, useSheetView.getState().isPanelOpen ? 'yes' : 'no');
}

export function toggleCompact(): void {
  useSheetView.setState(({ isCompact }) => ({ isCompact: !isCompact }));
  localStorage.setItem(COMPACT_KEY, useSheetView.getState().isCompact ? 'yes' : 'no');
}
