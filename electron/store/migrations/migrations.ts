/**
 * All migrations in order; a store's `user_version` is how many of them it has had. A released
 * migration is frozen: what follows is a new one.
 */
import { initial } from './0001-initial.ts';
import { facts } from './0002-facts.ts';
import { search } from './0003-search.ts';
import { series } from './0004-series.ts';
import { sourceLinks } from './0005-source-links.ts';
import { watchlist } from './0006-watchlist.ts';
import { priceBars } from './0007-price-bars.ts';
import { ratings } from './0008-ratings.ts';
import { vault } from './0009-vault.ts';
import { calendar } from './0010-calendar.ts';

export const migrations: readonly string[] = [
  initial,
  facts,
  search,
  series,
  sourceLinks,
  watchlist,
  priceBars,
  ratings,
  vault,
  calendar,
];
