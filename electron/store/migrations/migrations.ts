/**
 * All migrations in order; a store's `user_version` is how many of them it has had. A released
 * migration is frozen: what follows is a new one.
 */
import { initial } from './0001-initial.ts';
import { facts } from './0002-facts.ts';
import { search } from './0003-search.ts';
import { series } from './0004-series.ts';
import { sourceLinks } from './0005-source-links.ts';

export const migrations: readonly string[] = [initial, facts, search, series, sourceLinks];
