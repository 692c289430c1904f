/** What of the sheet screen is open (grid, comparison or reconciliation, and the side panel) and how numbers look in it. */
import { create } from 'zustand';

export type SheetView = 'grid' | 'comparison' | 'reconciliation';

export type PanelTab = 'details' | 'facts';

const PANEL_KEY = 'plumbline.panel.open';
const COMPACT_KEY = 'plumbline.numbers.compact';

export const useSheetView = create<{
  view: SheetView;
  isPanelOpen: boolean;
  /** The panel shows what is selected, or a search for facts. */
  panelTab: PanelTab;
  /** Large numbers with 万 and 亿, or k, M and bn; in full where the mouse rests. */
  isCompact: boolean;
}>(() => ({
  view: 'grid',
  isPanelOpen: localStorage.getItem(PANEL_KEY) !== 'no',
  panelTab: 'details',
  isCompact: localStorage.getItem(COMPACT_KEY) === 'yes',
}));

export function showView(view: SheetView): void {
  useSheetView.setState({ view });
}

export function togglePanel(): void {
  useSheetView.setState(({ isPanelOpen }) => ({ isPanelOpen: !isPanelOpen }));
  localStorage.setItem(PANEL_KEY, useSheetView.getState().isPanelOpen ? 'yes' : 'no');
}

/** Opens the panel where it is closed. */
export function showPanelTab(panelTab: PanelTab): void {
  if (!useSheetView.getState().isPanelOpen) togglePanel();
  useSheetView.setState({ panelTab });
}

export function toggleCompact(): void {
  useSheetView.setState(({ isCompact }) => ({ isCompact: !isCompact }));
  localStorage.setItem(COMPACT_KEY, useSheetView.getState().isCompact ? 'yes' : 'no');
}
