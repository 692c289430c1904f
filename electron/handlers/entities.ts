/** Entities: what facts are about and what they measure, under all their names. */
import { AppError } from '../../shared/errors.ts';
import type { Entity } from '../../shared/facts.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { findEntity, listEntities } from '../store/entities.ts';
import type { Db } from '../store/sqlite.ts';
import type { Context } from './context.ts';

export function entityHandlers(context: Context): Pick<Handlers, 'listEntities'> {
  const { db } = context.store;
  return {
    listEntities: ({ kind }) => listEntities(db, kind),
  };
}

/** Throws AppError 'not-found'. */
export function getEntity(db: Db, entityId: string): Entity {
  const entity = findEntity(db, entityId);
  if (entity === undefined) throw new AppError('not-found', message('fact.entityNotFound', { entityId }));
  return entity;
}
