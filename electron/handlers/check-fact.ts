/** What is wrong with a fact, source or entity as a person wrote it: each check throws an AppError that says it. */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import type { Entity, FactFields } from '../../shared/facts.ts';
import type { LocalText } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { CURRENCIES } from '../engine/units/atoms.ts';
import type { Unit } from '../engine/units/unit.ts';
import { findEntitiesNamed } from '../store/entities.ts';
import type { Db } from '../store/sqlite.ts';
import { getUnit } from './units.ts';

const PLAIN_SHEET = { customUnits: [] };

/** Throws 'invalid-value' or 'invalid-unit'. */
export function checkFactFields(fields: FactFields, metric: Entity): void {
  const { value, text, correction, unit, date } = fields;
  if (value === null && text.trim() === '') throw new AppError('invalid-value', message('fact.empty'));
  if (correction !== null) {
    if (correction.value === null && correction.text.trim() === '') {
      throw new AppError('invalid-value', message('fact.correctionEmpty'));
    }
    if (isBlank(correction.reason)) throw new AppError('invalid-value', message('fact.correctionWithoutReason'));
  }
  checkDate(date);
  checkIsMetric(metric);
  const measured = getUnit(PLAIN_SHEET, unit);
  if (value === null || metric.unit === '') return;
  if (comparable(measured) !== comparable(getUnit(PLAIN_SHEET, metric.unit))) {
    const params = { unit, metricUnit: metric.unit, ...inBoth('metric', metric.name) };
    throw new AppError('invalid-unit', message(unit === '' ? 'fact.unitMissing' : 'fact.unitDoesNotFit', params));
  }
}

export function checkIsMetric(metric: Entity): void {
  if (metric.kind === 'benchmark' || metric.kind === 'measure') return;
  throw new AppError('invalid-value', message('fact.noMetric', inBoth('name', metric.name)));
}

/** `2024`, `2024Q1`, `2024-07` and `2024-07-19` have the right form already; the month and day must exist. */
export function checkDate(date: string): void {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (year === undefined) return;
  const moment = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const isThere = moment.getUTCMonth() === Number(month) - 1 && moment.getUTCDate() === Number(day ?? 1);
  if (!isThere) throw new AppError('invalid-value', message('fact.noDate', { date }));
}

/** Throws 'invalid-name' where another entity of the kind bears one of the names. */
export function checkNames(db: Db, entity: Pick<Entity, 'id' | 'kind'>, names: readonly string[]): void {
  for (const name of names) {
    const other = findEntitiesNamed(db, name).find(({ id, kind }) => id !== entity.id && kind === entity.kind);
    if (other === undefined) continue;
    const params = { name, entityId: other.id, ...inBoth('other', other.name) };
    throw new AppError('invalid-name', message('fact.nameTaken', params));
  }
}

export function checkUnitOfMetric(unit: string): void {
  getUnit(PLAIN_SHEET, unit);
}

export function isBlank({ zh, en }: LocalText): boolean {
  return zh.trim() === '' && en.trim() === '';
}

/** The dimension with any currency for every other: prices of one kind come in several. */
function comparable({ dimension }: Unit): string {
  const parts = dimension.split(' ').map((part) => {
    const [base, power] = part.split('^');
    return CURRENCIES.has(base) ? `money^${power}` : part;
  });
  return parts.sort().join(' ');
}
