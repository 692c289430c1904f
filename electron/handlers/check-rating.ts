/** What is wrong with a rating as a person wrote it: each check throws an AppError that says it. */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import type { Entity } from '../../shared/facts.ts';
import { inLanguage } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { isPeriodLabel } from '../../shared/periods.ts';
import type { OwnRating, RatingScale } from '../../shared/ratings.ts';
import type { Security } from '../../shared/securities.ts';
import { findScale } from '../store/ratings.ts';
import { findSecurity } from '../store/securities.ts';
import { findSource } from '../store/sources.ts';
import type { Db } from '../store/sqlite.ts';
import { getEntity } from './entities.ts';

export function getBroker(db: Db, brokerId: string): Entity {
  const entity = getEntity(db, brokerId);
  if (entity.kind !== 'organisation') {
    throw new AppError('invalid-value', message('rating.noBroker', inBoth('name', entity.name)));
  }
  return entity;
}

/** A stock or an industry. */
export function getRatedSecurity(db: Db, securityId: string): Security {
  const security = getSecurity(db, securityId);
  if (security.kind === 'index') {
    throw new AppError('invalid-value', message('rating.ofIndex', inBoth('security', security.name)));
  }
  return security;
}

export function getSecurityOf(db: Db, securityId: string, kind: 'index' | 'industry'): Security {
  const security = getSecurity(db, securityId);
  if (security.kind !== kind) {
    const key = kind === 'index' ? 'rating.notIndex' : 'rating.notIndustry';
    throw new AppError('invalid-value', message(key, inBoth('security', security.name)));
  }
  return security;
}

/**
 * The scale, which must be for the kind of security, have the grade, and be the broker's or one of the user's own.
 * @param broker left out for the analyst's own ratings, which may use any scale
 */
export function getScaleFor(
  db: Db,
  { scaleId, gradeId }: Pick<OwnRating, 'scaleId' | 'gradeId'>,
  security: Security,
  broker?: Entity,
): RatingScale {
  const scale = findScale(db, scaleId);
  if (scale === undefined) throw new AppError('not-found', message('rating.scaleNotFound', { scaleId }));
  const named = inBoth('scale', scale.name);
  if (scale.subjectKind !== security.kind) {
    const params = { ...named, ...inBoth('security', security.name) };
    throw new AppError('invalid-value', message('rating.scaleForOthers', params));
  }
  if (broker !== undefined && scale.brokerId !== '' && scale.brokerId !== broker.id) {
    const owner = getEntity(db, scale.brokerId);
    const params = { ...named, ...inBoth('owner', owner.name), ...inBoth('broker', broker.name) };
    throw new AppError('invalid-value', message('rating.scaleOfOther', params));
  }
  if (!scale.grades.some(({ id }) => id === gradeId)) {
    const grades = scale.grades.map(({ id, name }) => `${id} (${inLanguage(name, 'zh')})`).join(', ');
    throw new AppError('invalid-value', message('rating.gradeNotFound', { ...named, gradeId, grades }));
  }
  return scale;
}

/** '' is no date. */
export function checkRatingDate(date: string, today: string): void {
  if (date === '') return;
  if (!isPeriodLabel('day', date)) throw new AppError('invalid-value', message('rating.noDate', { date }));
  if (date > today) throw new AppError('invalid-value', message('rating.future', { date, today }));
}

/** '' is no source. */
export function checkRatingSource(db: Db, sourceId: string): void {
  if (sourceId === '' || findSource(db, sourceId) !== undefined) return;
  throw new AppError('not-found', message('rating.sourceNotFound', { sourceId }));
}

export function checkTarget({ targetPrice, currency }: Pick<OwnRating, 'targetPrice' | 'currency'>): void {
  if (targetPrice !== null && currency === '') {
    throw new AppError('invalid-value', message('rating.targetWithoutCurrency'));
  }
}

function getSecurity(db: Db, securityId: string): Security {
  const security = findSecurity(db, securityId);
  if (security === undefined) throw new AppError('not-found', message('rating.noSecurity', { securityId }));
  return security;
}
