import { expect, test } from 'vitest';
import { checked } from '../../electron/engine/thesis-state.ts';
import { message } from '../../shared/messages.ts';
import type { ConditionFinding, Thesis, ThesisState } from '../../shared/theses.ts';

type Holds = 'yes' | 'no' | 'unknown' | 'other unknown';
const DUE = '2024-12-31';

function finding(holds: Holds): ConditionFinding {
  const key = holds === 'unknown' ? 'engine.seriesMissing' : 'engine.seriesEmpty';
  const isKnown = holds === 'yes' || holds === 'no';
  return { holds: isKnown ? holds === 'yes' : null, message: isKnown ? null : message(key), figures: [] };
}

/** A thesis in `state` whose last check found `last`. */
function thesis(state: ThesisState, last: Holds): Pick<Thesis, 'state' | 'due' | 'history'> {
  return { state, due: DUE, history: [{ ...finding(last), at: '', what: 'checked', state, former: null }] };
}

test.each<[state: ThesisState, last: Holds, today: string, now: Holds, atDue: Holds | 'not asked', after: string]>([
  ['open', 'no', '2024-12-30', 'no', 'not asked', 'nothing new'],
  ['open', 'no', '2024-12-31', 'yes', 'not asked', 'met, yes'],
  ['open', 'no', '2024-12-31', 'unknown', 'not asked', 'open, unknown'],
  ['open', 'unknown', '2024-12-31', 'other unknown', 'not asked', 'open, other unknown'],
  ['open', 'no', '2025-01-01', 'no', 'no', 'missed, no'],
  ['open', 'unknown', '2025-01-01', 'unknown', 'unknown', 'missed, unknown'],
  // Nobody checked while it was time, but the data were there.
  ['open', 'no', '2025-01-05', 'no', 'yes', 'met, yes'],
  // They came too late.
  ['open', 'no', '2025-01-05', 'yes', 'no', 'missed, yes'],
  // What is settled stays so; that data take it back is told.
  ['met', 'yes', '2025-01-05', 'yes', 'not asked', 'nothing new'],
  ['met', 'yes', '2025-01-05', 'no', 'not asked', 'met, no'],
  ['met', 'no', '2025-01-05', 'yes', 'not asked', 'met, yes'],
  ['missed', 'no', '2025-01-05', 'yes', 'not asked', 'missed, yes'],
  ['withdrawn', 'no', '2024-12-30', 'yes', 'not asked', 'nothing new'],
])('%s, last %s, on %s found %s and at its day %s: %s', (state, last, today, now, atDue, after) => {
  const before = thesis(state, last);
  const then = () => {
    if (atDue === 'not asked') throw new Error('The due day was asked for');
    return finding(atDue);
  };
  const next = checked(before, finding(now), then, { at: 'now', today });
  if (after === 'nothing new') {
    expect(next).toBeNull();
    return;
  }
  const [afterState, afterHolds] = after.split(', ');
  const entry = { ...finding(afterHolds as Holds), at: 'now', what: 'checked', state: afterState, former: null };
  expect(next).toEqual({ state: afterState, history: [...before.history, entry] });
});
