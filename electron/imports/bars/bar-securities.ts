/**
 * Which securities the codes and names in a price file mean. A code that nothing bears yet is a new security, which
 * the import makes where the user says so.
 */
import type { BarMapping, NewSecurity } from '../../../shared/bar-import.ts';
import { sameInBoth } from '../../../shared/language.ts';
import { type Message, message } from '../../../shared/messages.ts';
import type { Exchange, Security } from '../../../shared/securities.ts';
import { type ReadCode, readCode } from '../../../shared/security-codes.ts';
import { keyOfSecurityName, listSecurities, securitiesByName } from '../../store/securities.ts';
import type { Db } from '../../store/sqlite.ts';

/** `securityId` is '' of one that is not made yet. */
export type ReadSecurity = { written: string; securityId: string; currency: string; isNew: NewSecurity | null };

export class BarSecurities {
  readonly #exchange: Exchange | null;
  readonly #makes: boolean;
  readonly #byName: Map<string, string[]>;
  readonly #byId: Map<string, Security>;
  readonly #byCode = new Map<string, Security[]>();
  readonly #read = new Map<string, ReadSecurity | Message>();
  readonly #made = new Map<string, ReadSecurity>();

  constructor(db: Db, { exchange, makeSecurities }: Pick<BarMapping, 'exchange' | 'makeSecurities'>) {
    this.#exchange = exchange;
    this.#makes = makeSecurities === true;
    this.#byName = securitiesByName(db);
    this.#byId = new Map(listSecurities(db).map((security) => [security.id, security]));
    for (const security of this.#byId.values()) {
      const alike = this.#byCode.get(security.code);
      if (alike === undefined) this.#byCode.set(security.code, [security]);
      else alike.push(security);
    }
  }

  /** Those that were read, under each of their spellings. */
  get read(): ReadSecurity[] {
    return [...this.#read.values()].filter((read) => 'securityId' in read);
  }

  /** Codes that nothing bears yet, whether they are to be made or not. */
  get unknown(): NewSecurity[] {
    return [...this.#made.values()].flatMap(({ isNew }) => isNew ?? []);
  }

  /** `name` is what the file calls a code. */
  find(written: string, name = ''): ReadSecurity | Message {
    let found = this.#read.get(written);
    if (found === undefined) {
      found = this.#lookUp(written.trim(), name.trim());
      this.#read.set(written, found);
    }
    if ('securityId' in found && found.isNew !== null && !this.#makes) {
      return message('bars.unknownSecurity', { code: written });
    }
    return found;
  }

  isKnown(written: string): boolean {
    return this.#byName.has(keyOfSecurityName(written));
  }

  /** Whether something bears it, or its exchange is said. */
  isSecurity(written: string): boolean {
    if (this.isKnown(written)) return true;
    const code = readCode(plainCode(written));
    return code !== null && code.exchange !== null;
  }

  #lookUp(written: string, name: string): ReadSecurity | Message {
    if (written === '') return message('bars.noSecurity');
    const text = plainCode(written);
    const code = this.#codeIn(text);
    const known = this.#known(written, text, code);
    if (known !== undefined && 'key' in known) return known;
    if (known !== undefined) return { written, securityId: known.id, currency: known.currency, isNew: null };
    if (code === null) return message('bars.noSuchName', { name: written });
    const { exchange } = code;
    if (exchange === null) return message('bars.exchangeMissing', { code: written });
    return this.#make(written, { code: code.code, exchange }, name);
  }

  /** A code without an exchange is of the one that the user said. */
  #codeIn(text: string): ReadCode | null {
    const code = readCode(text) ?? bareTicker(text);
    if (code === null || code.exchange !== null || this.#exchange === null) return code;
    // A spreadsheet makes 000001 the number 1.
    const isMainland = /^\d+$/.test(code.code) && ['SH', 'SZ', 'BJ'].includes(this.#exchange);
    const whole = isMainland ? code.code.padStart(6, '0') : code.code;
    return readCode(`${whole}.${this.#exchange}`) ?? { code: whole, exchange: this.#exchange };
  }

  #known(written: string, text: string, code: ReadCode | null): Security | Message | undefined {
    const saysExchange = code !== null && code.exchange !== null && !/^\d+$/.test(text);
    const ofCode = code === null ? [] : (this.#byCode.get(code.code) ?? []);
    const exact = ofCode.filter(({ exchange }) => exchange === code?.exchange);
    if (exact.length > 0) return exact[0];
    if (saysExchange) return undefined;
    const ids = this.#byName.get(keyOfSecurityName(written)) ?? ofCode.map(({ id }) => id);
    if (ids.length > 1) return message('bars.codeOfSeveral', { code: written, ids: ids.slice(0, 5).join(', ') });
    return this.#byId.get(ids[0] ?? '');
  }

  #make(written: string, { code, exchange }: { code: string; exchange: Exchange }, name: string): ReadSecurity {
    const key = `${code}.${exchange}`;
    const before = this.#made.get(key);
    if (before !== undefined) return { ...before, written };
    const isNew = { written, code, exchange, name: sameInBoth((name || written).slice(0, 200)) };
    const made: ReadSecurity = { written, securityId: '', currency: '', isNew };
    this.#made.set(key, made);
    return made;
  }
}

/** Bloomberg's `700 HK Equity` and `688111 CH Equity`, Refinitiv's `AAPL.OQ`, Yahoo's `^GSPC`. */
function plainCode(written: string): string {
  return written
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/\s+(EQUITY|INDEX)$/, '')
    .replace(/\s+(CH|C1|C2|CG|CS)$/, '')
    .replace(/\s+U[NWQRAP]$/, ' US');
}

function bareTicker(text: string): ReadCode | null {
  return /^\^?[A-Z][A-Z0-9.-]{0,9}$/.test(text) || /^\d{1,6}$/.test(text) ? { code: text, exchange: null } : null;
}
