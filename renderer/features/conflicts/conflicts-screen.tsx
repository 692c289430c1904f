/** Conflicts: what sources say differently about the same thing, gone through one after the other and decided. */
import { Loader, SegmentedControl, Select } from '@mantine/core';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Conflict } from '../../../shared/fact-methods.ts';
import { call } from '../../api.ts';
import { undoFacts } from '../../facts/fact-commands.ts';
import { attemptEdit } from '../../facts/facts-store.ts';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { showUndoable } from '../../shell/notices.tsx';
import { replaceQuery } from '../../shell/routes.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { TableMenu } from '../../ui/data-table/table-menu.tsx';
import { Failed } from '../../ui/failed.tsx';
import { ConflictBatch } from './conflict-batch.tsx';
import { ConflictDetail, useNote } from './conflict-detail.tsx';
import { ConflictList } from './conflict-list.tsx';
import { isOpen, sidesOf } from './conflict-sides.ts';
import { useConflictTable } from './conflict-table.ts';
import { sideText } from './conflict-words.ts';
import classes from './conflicts.module.css';
import { type ConflictsQuery, parseQuery, printQuery, STATES, type State } from './conflicts-query.ts';
import { conflictsTexts } from './conflicts-texts.ts';
import { type SourceSides, sidesOfSources } from './sides-of-sources.ts';

const ALL = { state: 'all' } as const;
const NONE: readonly Conflict[] = [];
const NOT_ANY: ReadonlySet<string> = new Set();

export default function ConflictsScreen({ route }: { route: { query?: string } }) {
  const t = useTexts(conflictsTexts);
  const language = useLanguage();
  const query = useMemo(() => parseQuery(route.query ?? ''), [route.query]);
  const { answer, failure, retry } = useFactsAnswer('listConflicts', ALL);
  const { state, sourceId, topic } = query;
  const ofSource = useMemo(() => (answer ?? NONE).filter((conflict) => isWith(conflict, sourceId)), [answer, sourceId]);
  // What was decided just now stays in its place until one goes on.
  const listed = useMemo(
    () => ofSource.filter((conflict) => isIn(conflict, state) || conflict.topic === topic),
    [ofSource, state, topic],
  );
  const shown = listed.find((conflict) => conflict.topic === topic) ?? listed[0];
  const output = useConflictTable(listed);
  const [note, setNote] = useNote(shown);
  const [pickedTopics, setPicked] = useState(NOT_ANY);
  const picked = useMemo(() => listed.filter((each) => pickedTopics.has(each.topic)), [listed, pickedTopics]);
  const isBatch = picked.length > 1;
  const ofSources = useMemo(() => (isBatch ? sidesOfSources(picked) : []), [isBatch, picked]);
  const [batchNote, setBatchNote] = useState('');
  const alike = listed.filter(
    (each) => shown !== undefined && (each === shown || (isAlike(each, shown) && isOpen(each))),
  );
  const { sources } = useFactsData();
  const noteField = useRef<HTMLInputElement>(null);
  const change = (changed: Partial<ConflictsQuery>) => replaceQuery(printQuery({ ...query, ...changed }));

  const choose = async (factId: string | null) => {
    if (shown === undefined) return;
    change({ topic: shown.topic });
    if (!(await attemptEdit(call('chooseFact', { topic: shown.topic, factId, note: factId ? note.trim() : '' })))) {
      return;
    }
    const side = sidesOf(shown).find(({ facts }) => facts.some(({ id }) => id === factId));
    if (side === undefined) showUndoable(conflictsTexts.didTakeBack, {}, () => void undoFacts());
    else {
      const figure = sideText(shown, side, language);
      showUndoable(conflictsTexts.didChoose, { figure }, () => void undoFacts());
    }
  };
  const chooseSource = async ({ sourceId: chosen, choices }: SourceSides) => {
    if (!(await attemptEdit(call('chooseFacts', { choices, note: batchNote.trim() })))) return;
    setPicked(NOT_ANY);
    setBatchNote('');
    const source = sources.get(chosen)?.publisher || chosen;
    showUndoable(conflictsTexts.didChooseSource, { count: choices.length, source }, () => void undoFacts());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea') !== null;
    if (isTyping || event.altKey || event.ctrlKey || event.metaKey || shown === undefined) return;
    if (event.key.toLowerCase() === 'n') noteField.current?.focus();
    else if (isBatch) {
      const source = ofSources[Number(event.key) - 1];
      if (source === undefined) return;
      void chooseSource(source);
    } else if (event.key === '0') void (isOpen(shown) ? undefined : choose(null));
    else if (/^[1-9]$/.test(event.key)) {
      const side = sidesOf(shown)[Number(event.key) - 1];
      if (side === undefined || side.isChosen) return;
      void choose(side.facts[0].id);
    } else return;
    event.preventDefault();
  };

  if (answer === undefined) {
    return failure === null ? (
      <div className={classes.state} role="status" aria-label={t('loading')}>
        <Loader size="sm" />
      </div>
    ) : (
      <Failed className={classes.state} failure={failure} onRetry={retry} />
    );
  }
  return (
    <div className={classes.screen} onKeyDown={onKeyDown} role="presentation">
      <header className={classes.head}>
        <h1 className={classes.title}>{t('conflicts')}</h1>
        <SegmentedControl
          aria-label={t('state')}
          value={state}
          onChange={(next) => change({ state: next, topic: '' })}
          data={STATES.map((value) => ({
            value,
            label: t(`state-${value}`, { count: ofSource.filter((conflict) => isIn(conflict, value)).length }),
          }))}
        />
        <SourceSelect
          conflicts={answer}
          sourceId={sourceId}
          onChoose={(next) => change({ sourceId: next, topic: '' })}
        />
        <span className={classes.keys}>{t('keys')}</span>
        <TableMenu output={output} title={conflictsTexts.title} />
      </header>
      {shown === undefined ? (
        <p className={classes.state}>{t(emptyText(answer.length, ofSource.length, state))}</p>
      ) : (
        <div className={classes.split}>
          <ConflictList
            conflicts={listed}
            shown={shown}
            picked={pickedTopics}
            onShow={(next, together) => {
              change({ topic: next });
              setPicked(together);
            }}
          />
          {isBatch ? (
            <ConflictBatch
              conflicts={picked}
              sources={ofSources}
              note={batchNote}
              noteField={noteField}
              onNote={setBatchNote}
              onChoose={(source) => void chooseSource(source)}
              onClear={() => setPicked(NOT_ANY)}
            />
          ) : (
            <ConflictDetail
              key={shown.topic}
              conflict={shown}
              note={note}
              noteField={noteField}
              onNote={setNote}
              onChoose={(factId) => void choose(factId)}
              alike={alike.length - 1}
              onPickAlike={() => setPicked(new Set(alike.map((each) => each.topic)))}
            />
          )}
        </div>
      )}
    </div>
  );
}

type SourceSelectProps = {
  conflicts: readonly Conflict[];
  sourceId: string;
  onChoose: (sourceId: string) => void;
};

function SourceSelect({ conflicts, sourceId, onChoose }: SourceSelectProps) {
  const t = useTexts(conflictsTexts);
  const { sources } = useFactsData();
  const ids = new Set(conflicts.flatMap(({ facts }) => facts.map((fact) => fact.sourceId)));
  const labelOf = (id: string) => [id, sources.get(id)?.publisher || sources.get(id)?.title].filter(Boolean).join(' ');
  return (
    <Select
      className={classes.source}
      aria-label={t('source')}
      value={sourceId}
      onChange={(next) => onChoose(next ?? '')}
      data={[{ value: '', label: t('anySource') }, ...[...ids].sort().map((id) => ({ value: id, label: labelOf(id) }))]}
    />
  );
}

function isWith({ facts }: Conflict, sourceId: string): boolean {
  return sourceId === '' || facts.some((fact) => fact.sourceId === sourceId);
}

function isIn(conflict: Conflict, state: State): boolean {
  return state === 'all' || isOpen(conflict) === (state === 'open');
}

function isAlike(a: Conflict, b: Conflict): boolean {
  return a.kind === b.kind && a.facts[0].metricId === b.facts[0].metricId;
}

function emptyText(all: number, ofSource: number, state: State) {
  if (all === 0) return 'none';
  if (ofSource === 0) return 'noneOfSource';
  return state === 'open' ? 'noneOpen' : 'noneChosen';
}
