/**
 * What can be done with facts by name on every screen, undo and redo of their edits by keyboard on the
 * screens of facts, and following what other windows do.
 */
import { useEffect, useMemo } from 'react';
import type { FactsResult, FactsState } from '../../shared/fact-methods.ts';
import { formatMessage } from '../../shared/messages.ts';
import { call } from '../api.ts';
import { type Command, useCommands } from '../shell/commands.ts';
import { showFailure, showNotice } from '../shell/notices.tsx';
import { usePreferences } from '../shell/preferences.ts';
import { type Route, useRoute } from '../shell/routes.ts';
import { modKey } from '../ui/keys.ts';
import { factCommandTexts } from './fact-command-texts.ts';
import { countConflicts, editFacts, followFacts } from './facts-store.ts';
import { leaveScreen, openNewFact, openSourceForm } from './open-fact.ts';

/** After the first screen stands. */
const COUNT_AFTER_MS = 400;

export function FactCommands() {
  const isFactScreen = useRoute(({ route }) => isOfFacts(route));
  useEffect(followFacts, []);
  useEffect(() => useRoute.subscribe(({ route }, before) => followRoute(route, before.route)), []);
  useEffect(() => {
    const timer = setTimeout(() => void countConflicts(), COUNT_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!isFactScreen) return;
    window.addEventListener('keydown', undoByKey);
    return () => window.removeEventListener('keydown', undoByKey);
  }, [isFactScreen]);
  const commands = useMemo<Command[]>(
    () => [
      { id: 'fact.new', label: factCommandTexts.newFact, run: () => openNewFact() },
      { id: 'source.new', label: factCommandTexts.newSource, run: () => openSourceForm(null) },
      // On a sheet's screen the keys are the sheet's.
      { id: 'fact.undo', label: factCommandTexts.undoFacts, run: () => void undoFacts() },
      { id: 'fact.redo', label: factCommandTexts.redoFacts, run: () => void redoFacts() },
      ...(isFactScreen
        ? [
            {
              id: 'edit.undo',
              label: factCommandTexts.undo,
              shortcut: modKey('Z'),
              isListed: false,
              run: () => void undoFacts(),
            },
            {
              id: 'edit.redo',
              label: factCommandTexts.redo,
              shortcut: modKey('Shift+Z'),
              isListed: false,
              run: () => void redoFacts(),
            },
          ]
        : []),
    ],
    [isFactScreen],
  );
  useCommands(commands);
  return null;
}

function followRoute(to: Route, from: Route): void {
  if (to.screen !== from.screen) leaveScreen(to.screen === 'sources' && to.sourceId !== undefined);
}

function isOfFacts({ screen }: Route): boolean {
  return screen !== 'sheet' && screen !== 'home' && screen !== 'watchlist';
}

export async function undoFacts(): Promise<void> {
  await step(call('undoFacts', {}), ({ redo }) => redo, factCommandTexts.undone, factCommandTexts.nothingToUndo);
}

export async function redoFacts(): Promise<void> {
  await step(call('redoFacts', {}), ({ undo }) => undo, factCommandTexts.redone, factCommandTexts.nothingToRedo);
}

type Said = (typeof factCommandTexts)[keyof typeof factCommandTexts];

async function step(
  edit: Promise<FactsResult | null>,
  labelOf: (state: FactsState) => FactsState['undo'],
  done: Said,
  nothing: Said,
): Promise<void> {
  try {
    const result = await editFacts(edit);
    const label = result && labelOf(result.state);
    if (label === null) showNotice(nothing);
    else showNotice(done, { label: formatMessage(label, usePreferences.getState().language) });
  } catch (failure) {
    showFailure(failure);
  }
}

/** Wherever the focus is, except in a text that has its own undo. */
function undoByKey(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]')) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  void (key === 'y' || event.shiftKey ? redoFacts() : undoFacts());
}
