/**
 * What the panel of facts at the right shows: a fact, or a form for a new one or for a source. It is
 * there on every screen: `openFact(id)` from wherever a figure stands.
 */
import { create } from 'zustand';
import type { FactDraft } from '../../shared/fact-methods.ts';

export type PanelContent =
  /** `among` are facts read from the same cell, to go on to. */
  | { shows: 'fact'; factId: string; among?: readonly string[] }
  | { shows: 'new-fact'; draft: Partial<FactDraft> }
  /** Null for a new source. */
  | { shows: 'source'; sourceId: string | null };

export const useFactPanel = create<{ content: PanelContent | null }>(() => ({ content: null }));

export function openFact(factId: string, among?: readonly string[]): void {
  useFactPanel.setState({ content: { shows: 'fact', factId, among } });
}

/** Begins a fact of the user's own; `draft` is what is known of it already. */
export function openNewFact(draft: Partial<FactDraft> = {}): void {
  useFactPanel.setState({ content: { shows: 'new-fact', draft } });
}

export function openSourceForm(sourceId: string | null): void {
  useFactPanel.setState({ content: { shows: 'source', sourceId } });
}

export function closeFactPanel(): void {
  useFactPanel.setState({ content: null });
}

/** What the panel shows belongs to its screen; a fact goes along where one goes to look at its source. */
export function leaveScreen(toSource: boolean): void {
  const { content } = useFactPanel.getState();
  if (content?.shows !== 'fact' || !toSource) closeFactPanel();
}

/** The fact that the panel shows, to be marked where it stands; null for none. */
export function useOpenFactId(): string | null {
  return useFactPanel(({ content }) => (content?.shows === 'fact' ? content.factId : null));
}
