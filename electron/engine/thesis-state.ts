/** How a thesis goes on when its condition is checked: open, met or missed (shared/theses.ts). */
import type { ConditionFinding, Thesis, ThesisState } from '../../shared/theses.ts';

export type Checked = Pick<Thesis, 'state' | 'history'>;

/**
 * The thesis after a check at the moment `at` (ISO 8601), which falls on `today`; null where nothing is new.
 * `atDue` is what its condition gives over what was known on its due day: asked for only once that is past, so
 * that data that came in time count also where nobody could check.
 */
export function checked(
  thesis: Pick<Thesis, 'state' | 'due' | 'history'>,
  now: ConditionFinding,
  atDue: () => ConditionFinding,
  { at, today }: { at: string; today: string },
): Checked | null {
  if (thesis.state === 'withdrawn') return null;
  const [state, finding] = stateAfter(thesis, now, atDue, today);
  const last = thesis.history.at(-1);
  if (last !== undefined && state === thesis.state && isSameFinding(last, finding)) return null;
  return { state, history: [...thesis.history, { ...finding, at, what: 'checked', state, former: null }] };
}

/** What is met or missed stays so: a reopening alone makes it open again. */
function stateAfter(
  { state, due }: Pick<Thesis, 'state' | 'due'>,
  now: ConditionFinding,
  atDue: () => ConditionFinding,
  today: string,
): [ThesisState, ConditionFinding] {
  if (state !== 'open') return [state, now];
  if (today <= due) return [now.holds === true ? 'met' : 'open', now];
  const inTime = atDue();
  return inTime.holds === true ? ['met', inTime] : ['missed', now];
}

/** Figures that move without changing what they mean are not written down. */
function isSameFinding(a: ConditionFinding, b: ConditionFinding): boolean {
  return a.holds === b.holds && a.message?.key === b.message?.key;
}
