/**
 * What every screen of facts needs to know (renderer/kept-data.ts): the entities under all their names, the sources,
 * how many conflicts wait, and what undo would do. What depends on facts asks again after edits (use-facts-answer.ts).
 */
import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import type { FactsResult, FactsState, SourceSummary } from '../../shared/fact-methods.ts';
import { call, onConnection, onEvent } from '../api.ts';
import { stopping } from '../follow.ts';
import { type KeptData, keepData, UNREAD } from '../kept-data.ts';
import { showFailure } from '../shell/notices.tsx';

export type KnownEntity = Output<'listEntities'>[number];

export type FactsData = KeptData & {
  entities: ReadonlyMap<string, KnownEntity>;
  sources: ReadonlyMap<string, SourceSummary>;
  openConflicts: number;
  /** Null until the first edit or until it is asked for. */
  state: FactsState | null;
};

export const useFacts = create<FactsData>(() => ({
  ...UNREAD,
  entities: new Map(),
  sources: new Map(),
  openConflicts: 0,
  state: null,
}));

const keptFacts = keepData(useFacts, async () => {
  const [entities, sources] = await Promise.all([call('listEntities', {}), call('listSources', {})]);
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    sources: new Map(sources.map((source) => [source.id, source])),
  };
});

export const { load: loadFacts, followEdits: followFactEdits } = keptFacts;

/** Keeps everything up to date with other windows, and after the host was away; returns how to stop. */
export function followFacts(): () => void {
  return stopping(
    onEvent((event) => {
      if (event.event === 'factsEdited') adopt(event.state);
    }),
    onConnection((isConnected) => {
      if (isConnected) adopt(null);
    }),
  );
}

/** Counts the conflicts that nobody has decided yet. */
export async function countConflicts(): Promise<void> {
  try {
    const open = await call('listConflicts', { state: 'open' });
    useFacts.setState({ openConflicts: open.length });
  } catch (failure) {
    showFailure(failure);
  }
}

/** Waits for an edit of facts and makes everything on screen follow it; throws where the edit was refused. */
export async function editFacts<R extends FactsResult | null>(edit: Promise<R>): Promise<R> {
  const result = await edit;
  if (result !== null) adopt(result.state);
  return result;
}

/** The same; a refusal becomes a notice. True where the edit was made. */
export async function attemptEdit(edit: Promise<FactsResult | null>): Promise<boolean> {
  try {
    return (await editFacts(edit)) !== null;
  } catch (failure) {
    showFailure(failure);
    return false;
  }
}

function adopt(state: FactsState | null): void {
  if (state !== null) useFacts.setState({ state });
  keptFacts.wereEdited();
  keptFacts.readAgain();
  void countConflicts();
}
