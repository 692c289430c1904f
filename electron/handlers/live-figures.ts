/** Live figures (shared/live-figures.ts) as facts, series and sheets stand now. */
import { inLanguage, type LocalText, sameInBoth } from '../../shared/language.ts';
import { labelOfFact } from '../../shared/line-of-fact.ts';
import { labelOfSeries } from '../../shared/line-of-series.ts';
import { type FigureRef, type LiveFigure, parseFigureRef } from '../../shared/live-figures.ts';
import { type Message, message } from '../../shared/messages.ts';
import type { Observations } from '../../shared/series.ts';
import { isCalcError } from '../../shared/values.ts';
import type { Handlers } from '../dispatch.ts';
import { findEntity } from '../store/entities.ts';
import { findStoredFact } from '../store/fact-rows.ts';
import { findFigure } from '../store/figures.ts';
import { findSeries } from '../store/series.ts';
import { findSource } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';
import { isDemonstrationCell } from './demonstration.ts';
import { findCell, isFoundCell } from './find-cell.ts';
import { refOf } from './sheet-series.ts';
import { takeOfSeries } from './take-of-series.ts';
import { nameOf } from './unstored-facts.ts';

export function liveFigureHandlers(context: Context): Pick<Handlers, 'getFigures'> {
  return { getFigures: ({ refs }) => liveFigures(context, refs) };
}

/** One for each ref, in that order. What is gone or malformed says so; nothing is thrown for it. */
export function liveFigures({ store, sheets }: Context, refs: readonly string[]): LiveFigure[] {
  const known = new KnownNames(store.db);
  // In order, so that of many sheets each is opened once.
  const figures = new Map(
    [...new Set(refs)].sort().map((ref) => [ref, figureOfRef(known, sheets, ref, parseFigureRef(ref))]),
  );
  return refs.map((ref) => figures.get(ref) ?? notThere(ref, message('figure.malformed', { ref })));
}

/** Many figures of one call are of the same few companies, measures and documents. */
class KnownNames {
  readonly db: Db;
  readonly #names = new Map<string, LocalText>();
  readonly #titles = new Map<string, LocalText>();

  constructor(db: Db) {
    this.db = db;
  }

  ofEntity(id: string): LocalText {
    return keptIn(this.#names, id, () => nameOf(id, findEntity(this.db, id)));
  }

  /** A source that the store does not know is called by its title already. */
  ofSource(id: string): LocalText {
    return keptIn(this.#titles, id, () => sameInBoth(findSource(this.db, id)?.title ?? id));
  }
}

function keptIn(kept: Map<string, LocalText>, id: string, find: () => LocalText): LocalText {
  const text = kept.get(id) ?? find();
  kept.set(id, text);
  return text;
}

function figureOfRef(known: KnownNames, sheets: Context['sheets'], ref: string, parsed: FigureRef | null): LiveFigure {
  switch (parsed?.kind) {
    case 'fact':
      return figureOfFact(known, ref, parsed.factId);
    case 'series':
      return figureOfSeries(known, ref, parsed);
    case 'sheet':
      return figureOfCell(known.db, sheets, ref, parsed);
    default:
      return notThere(ref, message('figure.malformed', { ref }));
  }
}

const NOTHING: Omit<LiveFigure, 'ref'> = {
  state: 'ok',
  message: null,
  value: null,
  text: '',
  unit: '',
  qualifier: '=',
  date: '',
  name: sameInBoth(''),
  sourceTitle: sameInBoth(''),
  place: '',
  factId: null,
  seriesId: null,
  sheetId: null,
  isDemonstration: false,
};

function notThere(ref: string, said: Message): LiveFigure {
  return { ...NOTHING, ref, state: 'gone', message: said };
}

function figureOfFact(names: KnownNames, ref: string, id: string): LiveFigure {
  const { db } = names;
  const used = findFigure(db, id);
  const stored = used && findStoredFact(db, used.factId);
  if (used === undefined || stored === undefined) return notThere(ref, message('figure.noFact', { id }));
  const { factId, value, text, unit, qualifier, date, sourceId, place, isRetired } = used;
  const { subjectId, metricId, setting } = stored.fact;
  return {
    ...NOTHING,
    ref,
    ...(isRetired ? { state: 'error', message: message('engine.factRetired', { fact: factId }) } : { value, text }),
    unit,
    qualifier,
    date,
    name: labelOfFact(setting, names.ofEntity(subjectId), names.ofEntity(metricId)),
    sourceTitle: names.ofSource(sourceId),
    place,
    factId,
  };
}

function figureOfSeries(
  names: KnownNames,
  ref: string,
  { seriesId, period, how }: Extract<FigureRef, { kind: 'series' }>,
): LiveFigure {
  const { db } = names;
  const stored = findSeries(db, seriesId);
  if (stored === undefined) return notThere(ref, message('figure.noSeries', { id: seriesId }));
  const { series } = stored;
  const known = {
    ...NOTHING,
    ref,
    seriesId,
    name: labelOfSeries(series, names.ofEntity(series.subjectId), names.ofEntity(series.metricId)),
    isDemonstration: series.origin === 'demonstration',
  };
  const taken = takeOfSeries(db, stored, period, how);
  if ('message' in taken) return { ...known, state: 'error', message: taken.message, date: period };
  const { ordinals, observations } = taken;
  const origin = originAt(observations, observations.ordinals.indexOf(ordinals[ordinals.length - 1]));
  const { sourceId, place } = refOf(db, series, origin);
  return {
    ...known,
    value: taken.value,
    unit: taken.unit,
    qualifier: qualifierOf(observations, ordinals),
    date: taken.label,
    sourceTitle: names.ofSource(sourceId),
    place,
    factId: ordinals.length === 1 ? origin.factId : null,
  };
}

function figureOfCell(
  db: Db,
  sheets: Context['sheets'],
  ref: string,
  parsed: Extract<FigureRef, { kind: 'sheet' }>,
): LiveFigure {
  const found = findCell(sheets, parsed);
  if (!isFoundCell(found)) return notThere(ref, found);
  const { sheet, line, scenario, isBase, period, value, unit, model } = found;
  const known = {
    ...NOTHING,
    ref,
    unit,
    date: period,
    name: eachOr(line.label, line.name),
    sourceTitle: eachOr(sheet.title, ''),
    place: isBase ? '' : scenario.name.zh || scenario.name.en,
    sheetId: sheet.id,
    isDemonstration: isDemonstrationCell(db, model, { lineId: line.id, scenarioId: scenario.id, period }),
  };
  if (isCalcError(value)) return { ...known, state: 'error', message: value.message };
  if (typeof value === 'number') return { ...known, value };
  if (typeof value === 'boolean') return { ...known, text: value ? 'TRUE' : 'FALSE' };
  return { ...known, text: value ?? '' };
}

/** Each language has the other one's words where it has none. */
function eachOr(text: LocalText, otherwise: string): LocalText {
  return { zh: inLanguage(text, 'zh') || otherwise, en: inLanguage(text, 'en') || otherwise };
}

function originAt({ origins }: Observations, at: number): { importId: number | null; factId: string | null } {
  return origins.findLast((run) => run.at <= at) ?? { importId: null, factId: null };
}

function qualifierOf({ ordinals, qualifiers }: Observations, taken: readonly number[]): LiveFigure['qualifier'] {
  const wanted = new Set(taken);
  const said = qualifiers.filter(({ at }) => wanted.has(ordinals[at]));
  if (said.length === 0) return '=';
  return taken.length === 1 ? said[0].qualifier : '≈';
}
