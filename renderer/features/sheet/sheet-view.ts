/** What of the sheet screen is open: grid, comparison or reconciliation, and the side panel. */
import { create } from 'zustand';

export type SheetView = 'grid' | 'comparison' | 'reconciliation';

const PANEL_KEY = 'plumbline.panel.open';

export const useSheetView = create<{ view: SheetView; isPanelOpen: boolean }>(() => ({
  view: 'grid',
  isPanelOpen: localStorage.getItem(PANEL_KEY) !== 'no',
}));

export function showView(view: SheetView): void {
  useSheetView.setState({ view });
}

export function togglePanel(): void {
  useSheetView.setState(({ isPanelOpen }) => ({ isPanelOpen: !isPanelOpen }));
  localStorage.setItem(PANEL_KEY, useSheetView.getState().isPanelOpen ? 'yes' : 'no');
}
