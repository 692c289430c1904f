/**
 * What every screen of facts needs to know: the entities under all their names, the sources, how many
 * conflicts wait, and what undo would do. Read once, and again whenever facts are edited, here or in
 * another window; `version` grows each time, and what depends on facts asks again (use-facts-answer.ts).
 */
import { create } from 'zustand';
import type { Output } from '../../shared/contract.ts';
import type { FactsResult, FactsState, SourceSummary } from '../../shared/fact-methods.ts';
import { call, onConnection, onEvent } from '../api.ts';
import type { Follow } from '../follow.ts';
import { showFailure } from '../shell/notices.tsx';

export type KnownEntity = Output<'listEntities'>[number];

export type FactsData = {
  status: 'unread' | 'loading' | 'ready' | 'failed';
  /** What the call threw that should have given the names. */
  failure: unknown;
  entities: ReadonlyMap<string, KnownEntity>;
  sources: ReadonlyMap<string, SourceSummary>;
  version: number;
  openConflicts: number;
  /** Null until the first edit or until it is asked for. */
  state: FactsState | null;
};

export const useFacts = create<FactsData>(() => ({
  status: 'unread',
  failure: null,
  entities: new Map(),
  sources: new Map(),
  version: 0,
  openConflicts: 0,
  state: null,
}));

/** Reads names and sources where they never were, or could not be; how it went is in `status`. */
export async function loadFacts(): Promise<void> {
  const { status } = useFacts.getState();
  if (status === 'loading' || status === 'ready') return;
  useFacts.setState({ status: 'loading' });
  await readFacts();
}

async function readFacts(): Promise<void> {
  try {
    const [entities, sources] = await Promise.all([call('listEntities', {}), call('listSources', {})]);
    useFacts.setState({
      status: 'ready',
      failure: null,
      entities: new Map(entities.map((entity) => [entity.id, entity])),
      sources: new Map(sources.map((source) => [source.id, source])),
    });
  } catch (failure) {
    useFacts.setState({ status: 'failed', failure });
  }
}

/** Keeps everything up to date with other windows, and after the host was away; returns how to stop. */
export function followFacts(): () => void {
  const stopEvents = onEvent((event) => {
    if (event.event === 'factsEdited') adopt(event.state);
  });
  const stopConnection = onConnection((isConnected) => {
    if (isConnected) adopt(null);
  });
  return () => {
    stopEvents();
    stopConnection();
  };
}

/** After every edit of facts, here or in another window. */
export const followFactEdits: Follow = (ask) =>
  useFacts.subscribe((now, before) => {
    if (now.version !== before.version) ask();
  });

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
  useFacts.setState((before) => ({ version: before.version + 1, state: state ?? before.state }));
  if (useFacts.getState().status !== 'unread') void readFacts();
  void countConflicts();
}
