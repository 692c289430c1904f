/** Rows of facts: read into `Fact`, written with what follows from the figure (topic, coherent value, dimension). */
import { z } from 'zod';
import { correctionSchema, type Fact, type FactFields, factSchema } from '../../shared/facts.ts';
import { foldText } from '../../shared/formula/characters.ts';
import { type Measured, measure } from '../engine/fact-agreement.ts';
import { indexFacts, unindexFacts } from './search-index.ts';
import { type Db, prepared } from './sqlite.ts';

export type FactRow = {
  key: number;
  id: string;
  origin: string;
  source_id: string;
  place: string;
  subject_id: string;
  metric_id: string;
  setting: string;
  value: number | null;
  text: string;
  unit: string;
  qualifier: string;
  date: string;
  confidence: string;
  note_zh: string;
  note_en: string;
  correction: string | null;
  printed: string;
  wording: string;
  topic: string;
  coherent: number | null;
  dimension: string;
  is_retired: number;
  is_gone: number;
  bundled: string | null;
  import_id: number | null;
};

/** A fact as it lies in the store, the user's overlay laid over it. */
export type StoredFact = {
  key: number;
  fact: Fact;
  topic: string;
} & FactState;

/** What is known of a fact beside its own fields. */
export type FactState = {
  isRetired: boolean;
  /** It no longer comes with the program, and stays because the user's rows name it. */
  isGone: boolean;
  bundled: FactFields | null;
  importId: number | null;
};

const enums = z.object(factSchema.pick({ origin: true, qualifier: true, confidence: true }).shape);

export function rowToStoredFact(row: FactRow): StoredFact {
  const fact: Fact = {
    id: row.id,
    ...enums.parse(row),
    sourceId: row.source_id,
    place: row.place,
    subjectId: row.subject_id,
    metricId: row.metric_id,
    setting: row.setting,
    value: row.value,
    text: row.text,
    unit: row.unit,
    date: row.date,
    note: { zh: row.note_zh, en: row.note_en },
    correction: row.correction === null ? null : correctionSchema.parse(JSON.parse(row.correction)),
    printed: row.printed,
    wording: row.wording,
  };
  return {
    key: row.key,
    fact,
    topic: row.topic,
    isRetired: row.is_retired === 1,
    isGone: row.is_gone === 1,
    bundled: row.bundled === null ? null : JSON.parse(row.bundled),
    importId: row.import_id,
  };
}

export function findStoredFact(db: Db, factId: string): StoredFact | undefined {
  const row = prepared<FactRow>(db, 'SELECT * FROM fact WHERE id = ?').get(factId);
  return row && rowToStoredFact(row);
}

const NEW: FactState = { isRetired: false, isGone: false, bundled: null, importId: null };

/** Writes the fact under its id, new or in place of what was there, and into the search index. */
export function putFactRow(db: Db, fact: Fact, state: Partial<FactState> = {}): void {
  indexFacts(db, [writeFactRow(db, fact, state)]);
}

/**
 * The same without the search index, which the caller brings up to date for many at once; gives the
 * fact's key. What `state` leaves out is as in a new fact.
 */
export function writeFactRow(db: Db, fact: Fact, state: Partial<FactState> = {}): number {
  const { isRetired, isGone, bundled, importId } = { ...NEW, ...state };
  const { coherent, dimension } = columnsOf(measure(fact));
  const row = prepared<{ key: number }>(
    db,
    `INSERT INTO fact (id, origin, source_id, place, subject_id, metric_id, setting, value, text, unit, qualifier,
        date, confidence, note_zh, note_en, correction, printed, wording, topic, coherent, dimension,
        is_retired, is_gone, bundled, import_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET origin = excluded.origin, source_id = excluded.source_id,
        place = excluded.place, subject_id = excluded.subject_id, metric_id = excluded.metric_id,
        setting = excluded.setting, value = excluded.value, text = excluded.text, unit = excluded.unit,
        qualifier = excluded.qualifier, date = excluded.date, confidence = excluded.confidence,
        note_zh = excluded.note_zh, note_en = excluded.note_en, correction = excluded.correction,
        printed = excluded.printed, wording = excluded.wording, topic = excluded.topic,
        coherent = excluded.coherent, dimension = excluded.dimension, is_retired = excluded.is_retired,
        is_gone = excluded.is_gone, bundled = excluded.bundled, import_id = excluded.import_id
      RETURNING key`,
  ).get(
    fact.id,
    fact.origin,
    fact.sourceId,
    fact.place,
    fact.subjectId,
    fact.metricId,
    fact.setting,
    fact.value,
    fact.text,
    fact.unit,
    fact.qualifier,
    fact.date,
    fact.confidence,
    fact.note.zh,
    fact.note.en,
    fact.correction === null ? null : JSON.stringify(fact.correction),
    fact.printed,
    fact.wording,
    topicOf(fact),
    coherent,
    dimension,
    isRetired ? 1 : 0,
    isGone ? 1 : 0,
    bundled === null ? null : JSON.stringify(bundled),
    importId,
  );
  if (row === undefined) throw new Error(`${fact.id} was not written`);
  return row.key;
}

export function dropFactRow(db: Db, factId: string): void {
  const row = prepared<{ key: number }>(db, 'DELETE FROM fact WHERE id = ? RETURNING key').get(factId);
  if (row !== undefined) unindexFacts(db, [row.key]);
}

/** Subject, metric, date and setting: facts of one topic say something about the same thing. Ids and dates have no blanks. */
export function topicOf({ subjectId, metricId, setting, date }: Fact): string {
  return `${subjectId} ${metricId} ${date || '-'} ${settingKey(setting)}`;
}

/** `CoT, 5-shot` and `5-Shot，CoT` are one setting. */
export function settingKey(setting: string): string {
  const parts = foldText(setting.normalize('NFC'))
    .toLowerCase()
    .split(/[,;、]/);
  const plain = parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== '');
  return plain.sort().join(', ');
}

function columnsOf(measured: Measured): { coherent: number | null; dimension: string } {
  if (measured.kind === 'text') return { coherent: null, dimension: '' };
  return { coherent: measured.value, dimension: measured.dimension };
}
