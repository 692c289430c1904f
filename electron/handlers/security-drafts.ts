/**
 * Securities as a person writes them: checked, given an id and an entity. Several are read by one reader, so that
 * two that are new know of each other.
 */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import type { Entity } from '../../shared/facts.ts';
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { currencyOf, type Security, type securityDraftSchema } from '../../shared/securities.ts';
import type { WatchChange } from '../../shared/watch-changes.ts';
import { findEntitiesNamed, findEntity } from '../store/entities.ts';
import { firstFree, idOf } from '../store/free-ids.ts';
import { findSecurity, findSecurityOfCode } from '../store/securities.ts';
import type { Db } from '../store/sqlite.ts';
import { isBlank } from './check-fact.ts';
import { getEntity } from './entities.ts';

type Draft = ReturnType<typeof securityDraftSchema.parse>;

/** What an entity made for a security is. */
const ENTITY_KIND = { stock: 'organisation', index: 'index', industry: 'industry' } as const;

export class SecurityReader {
  readonly #db: Db;
  readonly #made = new Map<string, Security>();
  readonly #entityIds = new Set<string>();
  /** What makes the securities that were read, in order. */
  readonly changes: WatchChange[] = [];

  constructor(db: Db) {
    this.#db = db;
  }

  /** A new one without `securityId`. Throws 'invalid-name' or 'invalid-value'. */
  read(draft: Draft, securityId?: string): Security {
    const name = trimmed(draft.name);
    const kind = draft.kind ?? 'stock';
    const exchange = draft.exchange ?? 'other';
    const code = (draft.code ?? '').normalize('NFKC').replace(/\s+/g, '').toUpperCase();
    if (isBlank(name)) throw new AppError('invalid-name', message('watchlist.nameEmpty'));
    if (code !== '') this.#checkCode(code, exchange, securityId);
    const security: Security = {
      id: securityId ?? this.#idOf(kind, code, exchange, name),
      origin: 'own',
      kind,
      code,
      exchange,
      name,
      aliases: [...new Set((draft.aliases ?? []).map((alias) => alias.trim()).filter((alias) => alias !== ''))],
      sector: trimmed(draft.sector ?? sameInBoth('')),
      currency: draft.currency || currencyOf(exchange),
      entityId: draft.entityId || this.#entityFor(kind, name),
      confidence: draft.confidence,
    };
    if (draft.entityId) getEntity(this.#db, draft.entityId);
    this.#made.set(security.id, security);
    this.changes.push({ change: 'putSecurity', security });
    return security;
  }

  #checkCode(code: string, exchange: Security['exchange'], securityId: string | undefined): void {
    const alike = (each: Security) => each.code === code && each.exchange === exchange;
    const other = findSecurityOfCode(this.#db, code, exchange) ?? [...this.#made.values()].find(alike);
    if (other === undefined || other.id === securityId) return;
    throw codeTaken(code, other);
  }

  #idOf(kind: Security['kind'], code: string, exchange: Security['exchange'], name: LocalText): string {
    const byName = idOf(name.en || name.zh);
    const stem =
      kind === 'industry' ? `industry/${byName}` : code === '' ? `name/${byName}` : withSuffix(code, exchange);
    return firstFree(stem, (id) => this.#made.has(id) || findSecurity(this.#db, id) !== undefined);
  }

  /** The one that bears the name already, where there is one of its kind; else a new one. */
  #entityFor(kind: Security['kind'], name: LocalText): string {
    const names = [name.zh, name.en].filter((each) => each !== '');
    const known = names
      .flatMap((each) => findEntitiesNamed(this.#db, each))
      .find((entity) => entity.kind === ENTITY_KIND[kind]);
    if (known !== undefined) return known.id;
    const isTaken = (id: string) => this.#entityIds.has(id) || findEntity(this.#db, id) !== undefined;
    const id = firstFree(idOf(name.en || name.zh), isTaken);
    const entity: Entity = {
      id,
      origin: 'own',
      kind: ENTITY_KIND[kind],
      name,
      aliases: [],
      organisationId: '',
      unit: '',
      better: '',
    };
    this.#entityIds.add(id);
    this.changes.push({ change: 'putEntity', entity });
    return id;
  }
}

/** The refusal of a code that another security of the exchange has. */
export function codeTaken(code: string, other: Pick<Security, 'name'>): AppError {
  return new AppError('invalid-name', message('watchlist.codeTaken', { code, ...inBoth('other', other.name) }));
}

function withSuffix(code: string, exchange: Security['exchange']): string {
  const plain = code.replace(/"/g, '');
  return exchange === 'other' ? `code/${plain}` : `${plain}.${exchange}`;
}

function trimmed({ zh, en }: LocalText): LocalText {
  return { zh: zh.trim(), en: en.trim() };
}
