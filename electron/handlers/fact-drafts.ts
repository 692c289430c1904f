/**
 * Facts as a person writes them: subject and metric by id or by any of their names. A name that nothing
 * has yet becomes an entity of the user's own.
 *
 *     const reader = new DraftReader(db);
 *     const fact = reader.read(draft);      // throws AppError where the draft cannot be taken
 *     reader.changes                        // putEntity for every name that was new, then the facts' own
 */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import type { FactChange } from '../../shared/fact-changes.ts';
import type { ParsedFactDraft } from '../../shared/fact-methods.ts';
import type { Entity, EntityKind, Fact, FactFields } from '../../shared/facts.ts';
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { findEntitiesNamed, findEntity } from '../store/entities.ts';
import { isFactIdUsed } from '../store/fact-edits.ts';
import { firstFree, idOf } from '../store/free-ids.ts';
import type { Db } from '../store/sqlite.ts';
import { checkFactFields, checkUnitOfMetric } from './check-fact.ts';
import { getSource } from './sources.ts';

export class DraftReader {
  readonly #db: Db;
  /** By the name as written: made for drafts before this one. */
  readonly #made = new Map<string, Entity>();
  readonly #new = new WeakSet<Entity>();
  /** What names were found to mean: a file says the same few a thousand times. */
  readonly #found = new Map<string, Entity | undefined>();
  readonly #takenIds = new Set<string>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** Throws 'not-found', 'invalid-name', 'invalid-unit' or 'invalid-value'. */
  read(draft: ParsedFactDraft): Fact {
    getSource(this.#db, draft.sourceId);
    const fact = this.readWithoutId(draft);
    const { place, sourceId, metricId, subjectId } = fact;
    const id = this.#takeId(draft.id, `${place || sourceId}/${metricId}:${subjectId}`);
    return { id, ...fact };
  }

  /** An id for one of many facts; `reserved` are given to others. */
  makeId(
    { place, sourceId, metricId, subjectId, setting, date }: Omit<Fact, 'id'>,
    reserved: ReadonlySet<string>,
  ): string {
    const stem = [`${place || sourceId}/${metricId}`, subjectId, setting, date].filter((part) => part !== '').join(':');
    const isTaken = (id: string) => reserved.has(id) || this.#takenIds.has(id) || isFactIdUsed(this.#db, id);
    const id = firstFree(idOf(stem), isTaken);
    this.#takenIds.add(id);
    return id;
  }

  /** Of a draft whose source is known to be there, and whose id is given elsewhere. */
  readWithoutId(draft: ParsedFactDraft): Omit<Fact, 'id'> {
    const { sourceId, place, printed, wording } = draft;
    const subject = this.#subjectOf(draft);
    const metric = this.#metricOf(draft);
    const fields: FactFields = {
      subjectId: subject.id,
      metricId: metric.id,
      setting: draft.setting ?? '',
      value: draft.value ?? null,
      text: draft.text ?? '',
      unit: draft.unit ?? (typeof draft.value === 'number' ? metric.unit : ''),
      qualifier: draft.qualifier ?? '=',
      date: draft.date ?? '',
      confidence: draft.confidence ?? 'printed',
      note: draft.note ?? sameInBoth(''),
      correction: draft.correction ?? null,
    };
    checkFactFields(fields, metric);
    for (const entity of [subject, metric]) this.#keep(entity);
    return { origin: 'own', sourceId, place, printed, wording, ...fields };
  }

  /** Entities that the drafts read so far need. */
  get changes(): FactChange[] {
    return [...this.#made.values()].map((entity) => ({ change: 'putEntity', entity }));
  }

  /** `Subject · metric` of a fact that was read, which the store need not know yet. */
  nameOf({ subjectId, metricId }: Fact): LocalText {
    const [subject, metric] = [subjectId, metricId].map((id) => {
      const entity = findEntity(this.#db, id) ?? [...this.#made.values()].find((made) => made.id === id);
      return entity?.name ?? sameInBoth(id);
    });
    return { zh: `${subject.zh} · ${metric.zh}`, en: `${subject.en} · ${metric.en}` };
  }

  #keep(entity: Entity): void {
    if (this.#new.has(entity)) this.#made.set(entity.name.zh, entity);
  }

  #subjectOf({ subject, subjectKind }: ParsedFactDraft): Entity {
    const found = this.#find('subject', subject, subjectKind);
    return found ?? this.#newEntity(subject, subjectKind, '');
  }

  #metricOf({ metric, metricKind, unit, value }: ParsedFactDraft): Entity {
    const found = this.#find('metric', metric, metricKind);
    if (found !== undefined) return found;
    const ofUnit = typeof value === 'number' ? (unit ?? '') : '';
    checkUnitOfMetric(ofUnit);
    return this.#newEntity(metric, metricKind, ofUnit);
  }

  /** By id, or by the name where one entity alone bears it; of several, the one of the kind that is asked for. */
  #find(as: 'subject' | 'metric', name: string, kind: EntityKind): Entity | undefined {
    const made = this.#made.get(name.trim());
    if (made !== undefined) return made;
    const key = JSON.stringify([as, kind, name]);
    if (!this.#found.has(key)) this.#found.set(key, this.#lookUp(as, name, kind));
    return this.#found.get(key);
  }

  #lookUp(as: 'subject' | 'metric', name: string, kind: EntityKind): Entity | undefined {
    const byId = findEntity(this.#db, name);
    const all = byId === undefined ? findEntitiesNamed(this.#db, name) : [byId];
    const wanted = all.filter((entity) => as === 'subject' || entity.kind === 'benchmark' || entity.kind === 'measure');
    if (wanted.length === 0 && all.length > 0) {
      throw new AppError('invalid-value', message('fact.noMetric', inBoth('name', all[0].name)));
    }
    const ofKind = wanted.filter((entity) => entity.kind === kind);
    const [first, second] = ofKind.length === 1 ? ofKind : wanted;
    if (second === undefined) return first;
    const params = {
      name,
      ...inBoth('first', first.name),
      ...inBoth('second', second.name),
      firstId: first.id,
      secondId: second.id,
    };
    throw new AppError('invalid-name', message('fact.nameOfTwo', params));
  }

  #newEntity(written: string, kind: EntityKind, unit: string): Entity {
    const name = written.trim();
    if (name === '') throw new AppError('invalid-name', message('fact.nameEmpty'));
    const entity: Entity = {
      id: this.#freeEntityId(idOf(name)),
      origin: 'own',
      kind,
      name: sameInBoth(name),
      aliases: [],
      organisationId: '',
      unit,
      better: '',
    };
    this.#new.add(entity);
    return entity;
  }

  #freeEntityId(stem: string): string {
    const isTaken = (id: string) =>
      findEntity(this.#db, id) !== undefined || [...this.#made.values()].some((entity) => entity.id === id);
    return firstFree(stem, isTaken);
  }

  #takeId(given: string | undefined, stem: string): string {
    const isTaken = (id: string) => this.#takenIds.has(id) || isFactIdUsed(this.#db, id);
    if (given !== undefined && isTaken(given)) {
      throw new AppError('invalid-value', message('fact.idTaken', { factId: given }));
    }
    const id = given ?? firstFree(idOf(stem), isTaken);
    this.#takenIds.add(id);
    return id;
  }
}
