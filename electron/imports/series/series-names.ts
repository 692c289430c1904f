/**
 * Which entities the names in a vendor's file mean: by id or by any name, the user's own aliases included. A
 * name that nothing has yet is a new entity, which the import makes.
 */
import type { Entity, EntityKind } from '../../../shared/facts.ts';
import { foldText } from '../../../shared/formula/characters.ts';
import { sameInBoth } from '../../../shared/language.ts';
import { type Message, message } from '../../../shared/messages.ts';
import type { SeriesMapping } from '../../../shared/series-import.ts';
import { findEntitiesNamed, findEntity } from '../../store/entities.ts';
import { firstFree, idOf } from '../../store/free-ids.ts';
import type { Db } from '../../store/sqlite.ts';
import { Remembered } from '../remembered.ts';

/** More than any vendor covers: a column of numbers or dates was taken for one of names. */
export const MOST_NAMES = 50_000;

type Role = 'subject' | 'metric';

/** Metrics of companies' accounts; of these alone a new name is a company and not an app. */
const OF_COMPANIES = new Set([
  'capital-expenditure',
  'capital-expenditure-guidance',
  'operating-cash-flow',
  'depreciation',
]);

/** Whether the file says of which platform or market its figures are. */
export function hasApps({ columns, constants }: Pick<SeriesMapping, 'columns' | 'constants'>): boolean {
  return (['platform', 'market'] as const).some((field) => columns[field] !== undefined || Boolean(constants[field]));
}

export class SeriesNames {
  readonly #db: Db;
  readonly #hasApps: boolean;
  readonly #found = new Remembered<Entity | Message>();
  readonly #made = new Map<string, Entity>();
  /** The same by kind and name, however that is spaced and written. */
  readonly #madeByName = new Map<string, Entity>();

  /** `hasApps`: the file has columns for platforms or markets, as those of apps have. */
  constructor(db: Db, hasApps: boolean) {
    this.#db = db;
    this.#hasApps = hasApps;
  }

  metric(written: string): Entity | Message {
    return this.#find('metric', written, 'measure');
  }

  subject(written: string, metric: Entity): Entity | Message {
    const isCompany = OF_COMPANIES.has(metric.id) || (metric.id === 'revenue' && !this.#hasApps);
    return this.#find('subject', written, isCompany ? 'organisation' : 'app');
  }

  isNew(entity: Entity): boolean {
    return this.#made.get(entity.id) === entity;
  }

  #find(role: Role, written: string, kind: EntityKind): Entity | Message {
    const key = `${role} ${kind} ${written}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = this.#lookUp(role, written.replace(/\s+/g, ' ').trim(), kind);
      this.#found.set(key, found);
    }
    return found;
  }

  #lookUp(role: Role, name: string, kind: EntityKind): Entity | Message {
    if (name === '') return message(role === 'metric' ? 'import.noMetricName' : 'import.noSubjectName');
    if (name.length > 200) return message('import.tooLong', { length: name.length, limit: 200 });
    const byId = findEntity(this.#db, name);
    const all = byId === undefined ? findEntitiesNamed(this.#db, name) : [byId];
    const isMetric = ({ kind: of }: Entity) => of === 'benchmark' || of === 'measure';
    const fitting = all.filter((entity) => isMetric(entity) === (role === 'metric'));
    const ofKind = fitting.filter((entity) => entity.kind === kind);
    const candidates = ofKind.length > 0 ? ofKind : fitting;
    const [first, second] = candidates;
    if (second !== undefined) return message('import.nameOfTwo', { name, first: first.id, second: second.id });
    return first ?? this.#make(name, kind);
  }

  #make(name: string, kind: EntityKind): Entity | Message {
    const key = `${kind} ${foldText(name).toLowerCase()}`;
    const made = this.#madeByName.get(key);
    if (made !== undefined) return made;
    if (this.#made.size === MOST_NAMES) return message('import.tooManySeries', { limit: MOST_NAMES });
    const isTaken = (id: string) => this.#made.has(id) || findEntity(this.#db, id) !== undefined;
    const id = firstFree(idOf(name), isTaken);
    const entity: Entity = {
      id,
      origin: 'own',
      kind,
      name: sameInBoth(name),
      aliases: [],
      organisationId: '',
      unit: '',
      better: '',
    };
    this.#made.set(id, entity);
    this.#madeByName.set(key, entity);
    return entity;
  }
}
