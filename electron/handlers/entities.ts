/** Entities: what facts are about and what they measure, under all their names. */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import type { FactChange } from '../../shared/fact-changes.ts';
import type { Entity } from '../../shared/facts.ts';
import { message } from '../../shared/messages.ts';
import type { Handlers } from '../dispatch.ts';
import { findEntity, listEntities } from '../store/entities.ts';
import type { Db } from '../store/sqlite.ts';
import { checkNames, checkUnitOfMetric, isBlank } from './check-fact.ts';
import type { Context } from './context.ts';
import { editFacts } from './edit-facts.ts';

export function entityHandlers(context: Context): Pick<Handlers, 'listEntities' | 'putEntity' | 'setAliases'> {
  const { db } = context.store;
  return {
    listEntities: ({ kind }) => listEntities(db, kind),
    putEntity: ({ entity }, caller) => {
      const before = findEntity(db, entity.id);
      const { name, aliases, organisationId, unit } = entity;
      if (before?.origin === 'bundled') {
        throw new AppError('invalid-value', message('fact.entityBundled', inBoth('name', before.name)));
      }
      if (isBlank(name)) throw new AppError('invalid-name', message('fact.nameEmpty'));
      checkNames(db, entity, [name.zh, name.en, ...aliases].filter(isWord));
      if (organisationId !== '') getEntity(db, organisationId);
      checkUnitOfMetric(unit);
      const label = message(before === undefined ? 'fact.editEntityAdded' : 'fact.editEntity', inBoth('name', name));
      return editFacts(context, caller, label, [{ change: 'putEntity', entity: { ...entity, origin: 'own' } }]);
    },
    setAliases: ({ entityId, aliases: given }, caller) => {
      const entity = getEntity(db, entityId);
      const aliases = [...new Set(given.map((alias) => alias.trim()).filter(isWord))];
      checkNames(db, entity, aliases);
      const label = message('fact.editAliases', inBoth('name', entity.name));
      const change: FactChange =
        entity.origin === 'own'
          ? { change: 'putEntity', entity: { ...entity, aliases } }
          : { change: 'putAliases', entityId, aliases };
      return editFacts(context, caller, label, [change]);
    },
  };
}

function isWord(name: string): boolean {
  return name.trim() !== '';
}

/** Throws AppError 'not-found'. */
export function getEntity(db: Db, entityId: string): Entity {
  const entity = findEntity(db, entityId);
  if (entity === undefined) throw new AppError('not-found', message('fact.entityNotFound', { entityId }));
  return entity;
}
