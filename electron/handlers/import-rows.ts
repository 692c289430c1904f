/**
 * Rows of a file against the store: which facts they add, change or find as they are, and why a row cannot
 * be taken. Nothing is written here.
 *
 *     const rows = new ImportRows(db, file, sourceId);
 *     for (const row of file.rows) rows.take(row);
 *     rows.plan()          // what the edit consists of
 */
import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../shared/errors.ts';
import type { FactChange } from '../../shared/fact-changes.ts';
import type { FactColumnField } from '../../shared/fact-columns.ts';
import type { RowError } from '../../shared/fact-file-methods.ts';
import type { ParsedFactDraft } from '../../shared/fact-methods.ts';
import { type Entity, type Fact, type FactFields, factFieldsSchema, type Source } from '../../shared/facts.ts';
import { foldText } from '../../shared/formula/characters.ts';
import type { LocalText } from '../../shared/language.ts';
import { type Message, message } from '../../shared/messages.ts';
import type { FactTable, ReadFact, ReadRow } from '../imports/read-facts.ts';
import { findEntity } from '../store/entities.ts';
import { findStoredFact, type StoredFact, topicOf } from '../store/fact-rows.ts';
import { findSameFacts } from '../store/same-facts.ts';
import { listSources } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';
import { checkFactFields } from './check-fact.ts';
import { DraftReader } from './fact-drafts.ts';
import { changeOf } from './fact-edit.ts';

export type RowState = 'added' | 'changed' | 'unchanged' | 'bad' | 'empty';

/** A fact that the file adds; without an id it is given one. */
type NewFact = { fact: Omit<Fact, 'id'>; id: string | undefined; isRetired: boolean };
type Taken = { kind: 'added'; added: NewFact } | { kind: 'changed'; change: FactChange } | { kind: 'unchanged' };

export class ImportRows {
  readonly errors: RowError[] = [];
  readonly counts = { added: 0, changed: 0, unchanged: 0, badRows: 0 };
  readonly #db: Db;
  readonly #table: FactTable;
  readonly #sourceId: string;
  readonly #reader: DraftReader;
  readonly #sources: ReadonlyMap<string, string>;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #added: NewFact[] = [];
  readonly #changes: FactChange[] = [];
  /** By id, and by what a fact without one says: the row in which it stood first. */
  readonly #rowOfId = new Map<string, number>();
  readonly #said = new Set<string>();

  /** @param sourceId of rows that name no source themselves */
  constructor(db: Db, table: FactTable, sourceId: string) {
    this.#db = db;
    this.#table = table;
    this.#sourceId = sourceId;
    this.#reader = new DraftReader(db);
    this.#sources = namesOfSources(listSources(db));
    this.#columns = new Map(table.mapping.map((column, index) => [column, index]));
  }

  take(row: ReadRow): RowState {
    const taken: Taken[] = [];
    const errors = [...row.errors];
    for (const fact of row.facts) {
      try {
        taken.push(this.#takeFact(fact, row.row));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        errors.push(this.#errorOf(error, fact, row));
      }
    }
    if (errors.length > 0) {
      this.counts.badRows++;
      errors.sort((a, b) => (a.columnIndex ?? -1) - (b.columnIndex ?? -1));
      this.errors.push(...errors);
      return 'bad';
    }
    return this.#adopt(taken);
  }

  /** The entities that are made, the facts that are added (ids included), and the changes of others. */
  plan(): { entities: FactChange[]; added: { fact: Fact; isRetired: boolean }[]; changes: FactChange[] } {
    const given = new Set(this.#rowOfId.keys());
    const added = this.#added.map(({ fact, id, isRetired }) => ({
      fact: { id: id ?? this.#reader.makeId(fact, given), ...fact },
      isRetired,
    }));
    return {
      entities: this.#entities().map((entity) => ({ change: 'putEntity', entity })),
      added,
      changes: this.#changes,
    };
  }

  /** Names that nothing has yet. */
  newNames(): string[] {
    return this.#entities().map(({ name }) => name.zh);
  }

  /** Of those that the drafts made, the ones that facts of good rows need. */
  #entities(): Entity[] {
    const needed = new Set<string>();
    for (const { fact } of this.#added) needed.add(fact.subjectId).add(fact.metricId);
    for (const change of this.#changes) {
      const fields =
        change.change === 'putFact' ? change.fact : change.change === 'putOverlay' ? change.overlay.fields : {};
      for (const id of [fields.subjectId, fields.metricId]) if (id !== undefined) needed.add(id);
    }
    return this.#reader.changes.flatMap((change) =>
      change.change === 'putEntity' && needed.has(change.entity.id) ? [change.entity] : [],
    );
  }

  #adopt(taken: readonly Taken[]): RowState {
    for (const each of taken) {
      this.counts[each.kind]++;
      if (each.kind === 'added') this.#added.push(each.added);
      if (each.kind === 'changed') this.#changes.push(each.change);
    }
    const kinds = new Set(taken.map(({ kind }) => kind));
    return (['added', 'changed', 'unchanged'] as const).find((kind) => kinds.has(kind)) ?? 'empty';
  }

  #takeFact(read: ReadFact, row: number): Taken {
    const sourceId = this.#sourceOf(read.source);
    const draft = { ...read.draft, sourceId };
    const { id } = draft;
    if (id !== undefined) {
      const before = this.#rowOfId.get(id);
      if (before !== undefined) throw refusal('import.idTwice', { factId: id, row: before });
      this.#rowOfId.set(id, row);
    }
    const stored = id === undefined ? undefined : findStoredFact(this.#db, id);
    if (stored !== undefined && stored.fact.sourceId !== sourceId && this.#has('source', read)) {
      throw refusal('import.idOfOtherSource', { factId: stored.fact.id, sourceId: stored.fact.sourceId });
    }
    const fact = this.#reader.readWithoutId(draft);
    if (stored !== undefined) return this.#takeStored(stored, fact, read);
    if (id === undefined) {
      const said = JSON.stringify([topicOf({ id: '', ...fact }), fact.sourceId, fact.place, figureKey(fact)]);
      if (this.#said.has(said)) return { kind: 'unchanged' };
      this.#said.add(said);
      const same = this.#findSame(fact);
      if (same !== undefined)
        return same.fact.origin === 'own' ? this.#takeStored(same, fact, read) : { kind: 'unchanged' };
    }
    return { kind: 'added', added: { fact, id, isRetired: read.isRetired ?? false } };
  }

  #findSame(fact: Omit<Fact, 'id'>): StoredFact | undefined {
    const { sourceId, place } = fact;
    const candidates = findSameFacts(this.#db, { topic: topicOf({ id: '', ...fact }), sourceId, place });
    return candidates.find((stored) => figureKey(stored.fact) === figureKey(fact));
  }

  /** What the file says of a fact that is there; what it has no column for stays. */
  #takeStored(stored: StoredFact, said: Omit<Fact, 'id'>, read: ReadFact): Taken {
    const before = stored.fact;
    const now: Fact = { ...before, ...this.#fieldsSaid(before, said, read), ...this.#wordsSaid(before, said) };
    const isRetired = read.isRetired ?? stored.isRetired;
    if (isDeepStrictEqual(now, before) && isRetired === stored.isRetired) return { kind: 'unchanged' };
    if (
      before.origin === 'bundled' &&
      (['place', 'wording', 'printed'] as const).some((part) => now[part] !== before[part])
    ) {
      throw refusal('import.bundledWords', {});
    }
    const metric = findEntity(this.#db, now.metricId);
    if (metric !== undefined) checkFactFields(factFieldsSchema.parse(now), metric);
    return { kind: 'changed', change: changeOf(stored, now, isRetired) };
  }

  #fieldsSaid(before: Fact, said: Omit<Fact, 'id'>, { draft }: ReadFact): Partial<FactFields> {
    const isMatrix = this.#table.layout === 'matrix';
    const has = (...fields: FactColumnField[]) => fields.some((field) => this.#columns.has(field));
    const fields: Partial<FactFields> = { subjectId: said.subjectId, metricId: said.metricId };
    if (isMatrix || has('value')) fields.value = said.value;
    if (isMatrix || has('text')) fields.text = said.text;
    if (isMatrix || has('unit') || (draft.unit ?? '') !== '')
      fields.unit = draft.unit === undefined ? before.unit : said.unit;
    if (has('setting')) fields.setting = said.setting;
    if (has('qualifier') || said.qualifier !== '=') fields.qualifier = said.qualifier;
    if (has('date')) fields.date = said.date;
    if (has('confidence') && draft.confidence !== undefined) fields.confidence = said.confidence;
    if (has('note', 'noteEn')) fields.note = this.#localSaid(before.note, said.note, 'noteEn');
    if (has('corrected', 'correctedText', 'reason', 'reasonEn')) {
      const reason =
        said.correction && this.#localSaid(before.correction?.reason ?? null, said.correction.reason, 'reasonEn');
      fields.correction = said.correction && reason && { ...said.correction, reason };
    }
    return fields;
  }

  #wordsSaid(before: Fact, said: Omit<Fact, 'id'>): Partial<Pick<Fact, 'place' | 'wording' | 'printed'>> {
    const words: Partial<Pick<Fact, 'place' | 'wording' | 'printed'>> = {};
    if (this.#columns.has('place')) words.place = said.place;
    if (this.#columns.has('wording')) words.wording = said.wording;
    // Not the number as the file shows it, which stands for the printed one in new facts.
    if (this.#columns.has('printed')) words.printed = said.printed;
    else words.printed = before.printed;
    return words;
  }

  /** A file with one language alone leaves a text in both as it is, where it says either of the two. */
  #localSaid(before: LocalText | null, said: LocalText, english: 'noteEn' | 'reasonEn'): LocalText {
    if (before === null || this.#columns.has(english)) return said;
    return said.zh === before.zh || said.zh === before.en ? before : said;
  }

  #sourceOf(written: string): string {
    if (written === '') return this.#sourceId;
    const sourceId = this.#sources.get(foldText(written).toLowerCase());
    if (sourceId === undefined) throw refusal('import.unknownSource', { value: written });
    return sourceId;
  }

  #has(field: FactColumnField, { source }: ReadFact): boolean {
    return this.#columns.has(field) && (field !== 'source' || source !== '');
  }

  #errorOf({ said }: AppError, { draft, columnIndex }: ReadFact, { row, cells }: ReadRow): RowError {
    const field = fieldOfRefusal(said, draft);
    const mapped = field === null ? undefined : this.#columns.get(field);
    const index = mapped ?? (field === null ? null : columnIndex);
    return {
      row,
      column: index === null ? '' : (this.#table.headings[index] ?? ''),
      columnIndex: index,
      value: index === null ? '' : (cells[index] ?? '').slice(0, 200),
      reason: said,
    };
  }
}

/** By id and by title, regardless of case and width. */
function namesOfSources(sources: readonly Source[]): Map<string, string> {
  const titles = sources.map(({ id, title }) => [title, id] as const);
  const ids = sources.map(({ id }) => [id, id] as const);
  return new Map([...titles, ...ids].map(([name, id]) => [foldText(name).toLowerCase(), id]));
}

/** What two facts of one topic and place must have in common to be the same. */
function figureKey({ value, text, unit, qualifier }: Pick<Fact, 'value' | 'text' | 'unit' | 'qualifier'>): string {
  return JSON.stringify([value, text, unit, qualifier]);
}

function refusal(key: Message['key'], params: Message['params']): AppError {
  return new AppError('invalid-value', message(key, params));
}

const FIELDS_OF_REFUSALS: Partial<Record<Message['key'], FactColumnField>> = {
  'fact.empty': 'value',
  'fact.correctionEmpty': 'corrected',
  'fact.correctionWithoutReason': 'reason',
  'fact.noDate': 'date',
  'fact.noMetric': 'metric',
  'fact.unitMissing': 'unit',
  'fact.unitDoesNotFit': 'unit',
  'import.idTwice': 'id',
  'import.idOfOtherSource': 'id',
  'import.unknownSource': 'source',
};

/** Where the row has what was refused; null where it is the row as a whole. */
function fieldOfRefusal({ key, params }: Message, draft: ParsedFactDraft): FactColumnField | null {
  if (key === 'fact.nameOfTwo') return params.name === draft.subject ? 'subject' : 'metric';
  // What the engine says of a unit that it cannot read.
  if (key.startsWith('engine.unit')) return 'unit';
  return FIELDS_OF_REFUSALS[key] ?? null;
}
