/**
 * Columns of figures, live: for each security the figure that was chosen for it, or the newest fact of its company
 * under the column's metric, or the latest value of its series where no fact says it.
 */
import { useEffect, useMemo, useState } from 'react';
import { type FactView, figureOf } from '../../../shared/facts.ts';
import type { LiveFigure } from '../../../shared/live-figures.ts';
import type { SecurityView } from '../../../shared/securities.ts';
import type { FigureColumn } from '../../../shared/watch-views.ts';
import { call } from '../../api.ts';
import { followFactEdits } from '../../facts/facts-store.ts';
import { following, together } from '../../follow.ts';
import { showFailure } from '../../shell/notices.tsx';

/** What a cell shows of a figure column. */
export type FigureOf = (column: FigureColumn, security: SecurityView) => LiveFigure | undefined;

const AT_ONCE = 10_000;
/** Facts are told by their store, edits of this window included. */
const followFigures = together(following('seriesEdited', 'sheetEdited', 'sheetRecalculated'), followFactEdits);

type RefOf = (column: FigureColumn, security: SecurityView) => string | undefined;
type Known = { figures: ReadonlyMap<string, LiveFigure>; refOf: RefOf };
const NOTHING: Known = { figures: new Map(), refOf: () => undefined };

export function useFigures(columns: readonly FigureColumn[], securities: readonly SecurityView[]): FigureOf {
  const [known, setKnown] = useState<Known>(NOTHING);
  useEffect(() => {
    if (columns.length === 0) return;
    let lastAsked = 0;
    const ask = () => {
      lastAsked += 1;
      const asked = lastAsked;
      readFigures(columns, securities).then(
        (read) => asked === lastAsked && setKnown(read),
        (failure) => asked === lastAsked && showFailure(failure),
      );
    };
    ask();
    const stop = followFigures(ask);
    return () => {
      stop();
      lastAsked = -1;
    };
  }, [columns, securities]);
  return useMemo(
    () => (column, security) => {
      const ref = known.refOf(column, security);
      return ref === undefined ? undefined : known.figures.get(ref);
    },
    [known],
  );
}

async function readFigures(columns: readonly FigureColumn[], securities: readonly SecurityView[]): Promise<Known> {
  const ofMetric = new Map<string, ReadonlyMap<string, string>>();
  for (const metricId of new Set(columns.map((column) => column.metricId).filter(Boolean))) {
    ofMetric.set(metricId, await refsOfMetric(metricId));
  }
  const chosen = new Map(
    columns.map((column) => [column.id, new Map(column.refs.map(({ securityId, ref }) => [securityId, ref]))]),
  );
  const refOf: RefOf = ({ id, metricId }, security) =>
    chosen.get(id)?.get(security.id) ?? (metricId === '' ? undefined : ofMetric.get(metricId)?.get(security.entityId));
  const refs = new Set(columns.flatMap((column) => securities.flatMap((security) => refOf(column, security) ?? [])));
  const figures = new Map<string, LiveFigure>();
  const all = [...refs];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    for (const figure of await call('getFigures', { refs: all.slice(at, at + AT_ONCE) }))
      figures.set(figure.ref, figure);
  }
  return { figures, refOf };
}

/** By entity: the newest fact in use, the latest value of a series where there is none. */
async function refsOfMetric(metricId: string): Promise<ReadonlyMap<string, string>> {
  const [{ facts }, series] = await Promise.all([
    call('findFacts', { filter: { metricIds: [metricId], state: 'in-use' }, limit: AT_ONCE }),
    call('listSeries', { metricIds: [metricId] }),
  ]);
  const refs = new Map<string, string>();
  for (const { id, subjectId } of series) if (!refs.has(subjectId)) refs.set(subjectId, `series:${id}`);
  const newest = new Map<string, FactView>();
  for (const fact of facts) {
    const before = newest.get(fact.subjectId);
    const isBetter = before === undefined || fact.date > before.date;
    if (fact.conflict !== 'passed-over' && hasFigure(fact) && isBetter) newest.set(fact.subjectId, fact);
  }
  for (const [subjectId, { id }] of newest) refs.set(subjectId, `fact:${id}`);
  return refs;
}

function hasFigure(fact: FactView): boolean {
  const { value, text } = figureOf(fact);
  return value !== null || text !== '';
}
