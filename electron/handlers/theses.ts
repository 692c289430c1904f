/** The thesis ledger (shared/theses.ts): private records in the vault, their conditions checked as data arrive. */
import { randomUUID } from 'node:crypto';
import type { Output } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { localDay } from '../../shared/local-day.ts';
import { message } from '../../shared/messages.ts';
import { isPeriodLabel } from '../../shared/periods.ts';
import type { ConditionFinding, Thesis, ThesisDraft, ThesisView } from '../../shared/theses.ts';
import type { Handlers } from '../dispatch.ts';
import { brierScore, calibrationBins } from '../engine/calibration.ts';
import { checked } from '../engine/thesis-state.ts';
import type { Vault } from '../vault/vault.ts';
import { findCondition } from './conditions.ts';
import type { Context } from './context.ts';

type ThesisMethod =
  | 'listTheses'
  | 'putThesis'
  | 'deleteThesis'
  | 'restoreThesis'
  | 'withdrawThesis'
  | 'reopenThesis'
  | 'checkTheses'
  | 'checkCondition'
  | 'getThesisCalibration';

export function thesisHandlers(context: Context): Pick<Handlers, ThesisMethod> {
  const { vault } = context;
  const write = (thesis: Thesis): ThesisView => {
    vault.write([{ put: 'thesis', record: thesis }]);
    context.emit({ event: 'thesesEdited', thesisIds: [thesis.id] }, null);
    return viewOf(context, thesis);
  };
  return {
    listTheses: ({ about }) =>
      vault
        .list('thesis')
        .filter((thesis) => about === undefined || thesis.about.includes(about))
        .toSorted((a, b) => compare(a.due, b.due) || compare(a.createdAt, b.createdAt))
        .map((thesis) => viewOf(context, thesis)),
    putThesis: ({ thesisId, thesis: draft }) => {
      const former = thesisId === undefined ? null : getThesis(vault, thesisId);
      checkDraft(context, draft);
      const thesis = former === null ? made(draft, context.now()) : edited(former, draft, context.now());
      return write(checkedNow(context, thesis) ?? thesis);
    },
    deleteThesis: ({ thesisId }) => {
      const thesis = getThesis(vault, thesisId);
      vault.write([{ drop: 'thesis', id: thesisId }]);
      context.emit({ event: 'thesesEdited', thesisIds: [thesisId] }, null);
      return thesis;
    },
    restoreThesis: ({ thesis }) => write(checkedNow(context, thesis) ?? thesis),
    withdrawThesis: ({ thesisId }) => {
      const thesis = getThesis(vault, thesisId);
      if (thesis.state === 'withdrawn') throw new AppError('invalid-value', message('thesis.notOpen'));
      return write(changed(thesis, 'withdrawn', 'withdrawn', context.now()));
    },
    reopenThesis: ({ thesisId, due }) => {
      const thesis = getThesis(vault, thesisId);
      if (thesis.state === 'open') throw new AppError('invalid-value', message('thesis.isOpen'));
      if (due !== undefined) checkDay(due);
      const open = {
        ...changed(thesis, 'reopened', 'open', context.now(), { due: thesis.due }),
        due: due ?? thesis.due,
      };
      return write(checkedNow(context, open) ?? open);
    },
    checkTheses: () => checkTheses(context, () => true),
    checkCondition: ({ condition }) => triedCondition(context, condition),
    getThesisCalibration: () => calibrationOf(vault.list('thesis')),
  };
}

/** Checks those that `isWanted`, and says which have changed. Throws 'vault-locked' as all that is private. */
export function checkTheses(context: Context, isWanted: (thesis: Thesis) => boolean): ThesisView[] {
  const theses = context.vault
    .list('thesis')
    .filter(isWanted)
    .flatMap((thesis) => checkedNow(context, thesis) ?? []);
  if (theses.length === 0) return [];
  context.vault.write(theses.map((record) => ({ put: 'thesis', record })));
  context.emit({ event: 'thesesEdited', thesisIds: theses.map(({ id }) => id) }, null);
  return theses.map((thesis) => viewOf(context, thesis));
}

const FEWEST_TO_JUDGE = 10;

function calibrationOf(theses: readonly Thesis[]): Output<'getThesisCalibration'> {
  const forecasts = theses.flatMap(({ state, probability }) =>
    probability === null || (state !== 'met' && state !== 'missed') ? [] : [{ probability, outcome: state === 'met' }],
  );
  const count = forecasts.length;
  const isEnough = count >= FEWEST_TO_JUDGE;
  return {
    count,
    needed: FEWEST_TO_JUDGE,
    brier: isEnough ? brierScore(forecasts) : null,
    bins: isEnough ? calibrationBins(forecasts, 5) : [],
  };
}

/** Null where the check gives nothing new. */
function checkedNow(context: Context, thesis: Thesis): Thesis | null {
  if (thesis.state === 'withdrawn') return null;
  const { condition, due } = thesis;
  const at = context.now();
  const then = () => findingOf(context, condition, due);
  const next = checked(thesis, findingOf(context, condition), then, { at, today: localDay(at) });
  return next && { ...thesis, ...next };
}

function viewOf(context: Context, thesis: Thesis): ThesisView {
  return { ...thesis, now: findingOf(context, thesis.condition) };
}

/** Of a condition that does not parse (an imported one), why. */
function findingOf(context: Context, condition: string, asKnownOn?: string): ConditionFinding {
  const { holds, message: said, figures } = triedCondition(context, condition, asKnownOn);
  return { holds, message: said, figures };
}

function triedCondition(context: Context, condition: string, asKnownOn?: string): Output<'checkCondition'> {
  try {
    return { ...findCondition(context, condition, asKnownOn), position: null, length: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'formula-syntax') throw error;
    const { position, length } = error.details;
    const nothing = { holds: null, figures: [], isWrong: true };
    return { ...nothing, message: error.said, position: Number(position), length: Number(length) };
  }
}

function made(draft: ThesisDraft, at: string): Thesis {
  const thesis: Thesis = { ...draft, id: randomUUID(), state: 'open', createdAt: at, history: [] };
  return changed(thesis, 'made', 'open', at);
}

/** What decides how it is told makes it open again. */
function edited(former: Thesis, draft: ThesisDraft, at: string): Thesis {
  const reopens = former.condition !== draft.condition || former.due !== draft.due;
  const isSettled = former.state !== 'open' && !reopens;
  if (isSettled && former.probability !== draft.probability) {
    throw new AppError('invalid-value', message('thesis.settled'));
  }
  const { claim, condition, due, probability } = former;
  const before = Object.entries({ claim, condition, due, probability }).filter(
    ([field, value]) => draft[field as keyof ThesisDraft] !== value,
  );
  if (before.length === 0) return { ...former, ...draft };
  const state = reopens ? 'open' : former.state;
  return { ...changed(former, 'edited', state, at, Object.fromEntries(before)), ...draft };
}

type What = Thesis['history'][number]['what'];

function changed(
  thesis: Thesis,
  what: What,
  state: Thesis['state'],
  at: string,
  former: Thesis['history'][number]['former'] = null,
): Thesis {
  const entry = { at, what, state, holds: null, message: null, figures: [], former };
  return { ...thesis, state, history: [...thesis.history, entry] };
}

function checkDraft(context: Context, { claim, condition, due }: ThesisDraft): void {
  if (claim.trim() === '') throw new AppError('invalid-value', message('thesis.unclaimed'));
  checkDay(due);
  const { isWrong, message: said } = findCondition(context, condition);
  if (isWrong && said !== null) throw new AppError('invalid-value', said);
}

function checkDay(date: string): void {
  if (!isPeriodLabel('day', date)) throw new AppError('invalid-value', message('thesis.noDay', { date }));
}

function getThesis(vault: Vault, thesisId: string): Thesis {
  const thesis = vault.find('thesis', thesisId);
  if (thesis === undefined) throw new AppError('not-found', message('thesis.notFound'));
  return thesis;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
