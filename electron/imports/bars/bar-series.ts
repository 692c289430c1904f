/**
 * The series that a file of prices has: of each security the prices as they are traded, and those adjusted where it
 * gives them, too. Series are numbered as they are met.
 *
 *     const series = new BarSeries(mapping, securities);
 *     series.of('688111.SH', '金山办公', 'CNY');   // { traded: 0, forward: -1, backward: -1 }, or why it cannot be taken
 *     series.all[0]                                // its security, adjustment and currency
 */
import type { BarMapping } from '../../../shared/bar-import.ts';
import { type Message, message } from '../../../shared/messages.ts';
import type { Adjustment } from '../../../shared/price-bars.ts';
import { Remembered } from '../remembered.ts';
import { currencyWritten } from './bar-headings.ts';
import type { BarSecurities, ReadSecurity } from './bar-securities.ts';

export type ReadBarSeries = { security: ReadSecurity; adjustment: Adjustment; currency: string };

/** Numbers of the series that a security has in the file; -1 of those that it has not. */
export type SeriesOfSecurity = { traded: number; forward: number; backward: number };

/** Far more than are listed anywhere: another column was taken for that of codes. */
const MOST_SECURITIES = 100_000;

export class BarSeries {
  readonly all: ReadBarSeries[] = [];
  readonly #mapping: BarMapping;
  readonly #securities: BarSecurities;
  /** By what the file says, and by what it means. */
  readonly #known = new Remembered<SeriesOfSecurity | Message>();
  readonly #bySecurity = new Map<string, SeriesOfSecurity>();

  constructor(mapping: BarMapping, securities: BarSecurities) {
    this.#mapping = mapping;
    this.#securities = securities;
  }

  /** By code, name and currency as they are written; '' where the file does not say it. */
  of(written: string, name: string, currency: string): SeriesOfSecurity | Message {
    const key = `${written}\n${currency}`;
    let known = this.#known.get(key);
    if (known === undefined) {
      known = this.#find(written, name, currency);
      this.#known.set(key, known);
    }
    return known;
  }

  #find(written: string, name: string, saidCurrency: string): SeriesOfSecurity | Message {
    const security = this.#securities.find(written, name);
    if ('key' in security) return security;
    const { isNew, securityId } = security;
    const key = isNew === null ? securityId : `new ${isNew.code}.${isNew.exchange}`;
    const said = currencyWritten(saidCurrency) || this.#mapping.currency;
    const before = this.#bySecurity.get(key);
    if (before !== undefined) {
      const { currency } = this.all[before.traded];
      return said === '' || said === currency
        ? before
        : message('bars.otherCurrency', { code: written, said, currency });
    }
    if (this.#bySecurity.size === MOST_SECURITIES) return message('import.tooManySeries', { limit: MOST_SECURITIES });
    const currency = said || security.currency;
    const { columns, adjustment } = this.#mapping;
    const add = (as: Adjustment, isThere: boolean) =>
      isThere ? this.all.push({ security, adjustment: as, currency }) - 1 : -1;
    const traded = adjustment ?? 'none';
    const series = {
      traded: add(traded, true),
      forward: add('forward', columns.adjustedClose !== undefined && traded === 'none'),
      backward: add('backward', columns.factor !== undefined && traded === 'none'),
    };
    this.#bySecurity.set(key, series);
    return series;
  }
}
