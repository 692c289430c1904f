/**
 * Reads units as people write them, with the words that the program knows and those that a sheet adds.
 *
 *     const words = new UnitWords([{ name: '机架', definition: '8 server' }]);
 *     words.read('USD/(GPU*h)');     // { ok: true, unit }
 *     words.read('万元/机架');        // { ok: true, unit }
 *     words.read('frob');            // { ok: false, … unknownWord: 'frob' }
 *
 * Factors are joined by `*`, `·`, `×` or a blank, powers are `^2` or `²`, everything after `/` up to the
 * next operator is below the line. 万, 亿, k, M, bn and so on may stand in front of any word.
 */
import { foldText } from '../../../shared/formula/characters.ts';
import { type Message, message } from '../../../shared/messages.ts';
import type { CustomUnit } from '../../../shared/sheet.ts';
import { MULTIPLIERS } from '../../../shared/unit-multipliers.ts';
import { ATOMS, ATOMS_BY_LOWER_CASE, FRIENDLY } from './atoms.ts';
import { type Atom, type Factor, PLAIN, simplified, type Unit, unitOf } from './unit.ts';

export type UnitFault = { message: Message; position: number; length: number; unknownWord: string | null };
export type UnitReading = { ok: true; unit: Unit } | { ok: false; fault: UnitFault };

const TOKEN = /\s*(?:([\p{L}_$€£¥₩₹°%‰][\p{L}\p{M}\p{Nd}_$€£¥₩₹°]*)|([⁺⁻⁰¹²³⁴-⁹]+)|(\d+(?:\.\d+)?)|([*/^()·×⋅.-]))/uy;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SCRIPT_CHANGE = /(?<=[\p{Script=Latin}\p{Nd}])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=\p{Script=Latin})/u;
const MAX_NESTING = 20;

class Unreadable extends Error {
  readonly fault: UnitFault;

  constructor(said: Message, position: number, length: number, unknownWord: string | null = null) {
    super(said.key);
    this.fault = { message: said, position, length, unknownWord };
  }
}

export class UnitWords {
  private readonly custom = new Map<string, Atom>();
  private readonly readings = new Map<string, UnitReading>();

  /** A custom unit whose definition cannot be read counts as a thing of its own. */
  constructor(customUnits: readonly CustomUnit[] = []) {
    for (const { name, definition } of customUnits) {
      const key = foldText(name);
      const defined = definition === '' ? null : this.define(definition);
      const dimensions = defined === null ? [[`custom ${key}`, 1] as const] : dimensionsOf(defined.unit);
      const scale = defined?.unit.scale ?? { times: 1, over: 1 };
      const times = scale.times * (defined?.count ?? 1);
      this.custom.set(key, { key: `custom ${key}`, text: name, dimensions, scale: { times, over: scale.over } });
    }
    this.readings.clear();
  }

  /** Reads `text`; '' is a plain number. Positions in a fault count UTF-16 units of `text`. */
  read(text: string): UnitReading {
    let reading = this.readings.get(text);
    if (reading === undefined) {
      reading = this.readAnew(text);
      this.readings.set(text, reading);
    }
    return reading;
  }

  /** The unit that a person would give the same thing, see `simplified`. */
  simplify(unit: Unit): Unit {
    return simplified(
      unit,
      (base) => ATOMS.get(FRIENDLY.get(base) ?? base) ?? this.custom.get(base.replace('custom ', '')),
    );
  }

  private define(definition: string): { count: number; unit: Unit } | null {
    const [, count, text] = /^\s*(\d+(?:\.\d+)?(?:e\d+)?)?\s*[*×]?\s*(.*)$/i.exec(foldText(definition)) ?? [];
    const reading = this.read(text ?? '');
    return reading.ok ? { count: count === undefined ? 1 : Number(count), unit: reading.unit } : null;
  }

  private readAnew(text: string): UnitReading {
    if (text.trim() === '') return { ok: true, unit: PLAIN };
    try {
      return { ok: true, unit: new UnitParser(foldText(text), this.custom).unit() };
    } catch (error) {
      if (error instanceof Unreadable) return { ok: false, fault: error.fault };
      throw error;
    }
  }
}

function dimensionsOf({ factors }: Unit): Atom['dimensions'] {
  return factors.flatMap(({ atom, power }) => atom.dimensions.map(([base, of]) => [base, of * power] as const));
}

type Token = { kind: 'word' | 'superscript' | 'number' | 'sign' | 'end'; text: string; start: number };

class UnitParser {
  private readonly text: string;
  private readonly custom: ReadonlyMap<string, Atom>;
  private token: Token = { kind: 'end', text: '', start: 0 };
  private at = 0;
  private depth = 0;

  constructor(text: string, custom: ReadonlyMap<string, Atom>) {
    this.text = text;
    this.custom = custom;
    this.next();
  }

  unit(): Unit {
    const unit = unitOf(this.product());
    if (this.token.kind !== 'end') throw this.unexpected();
    return unit;
  }

  private product(): Factor[] {
    const factors = this.power();
    for (;;) {
      const { kind, text } = this.token;
      if (kind === 'sign' && text === '/') {
        this.next();
        factors.push(...raised(this.power(), -1));
      } else if (kind === 'sign' && '*·×⋅.'.includes(text)) {
        this.next();
        factors.push(...this.power());
      } else if (kind === 'word' || (kind === 'sign' && text === '(')) factors.push(...this.power());
      else return factors;
    }
  }

  private power(): Factor[] {
    const base = this.base();
    if (this.token.kind === 'superscript') {
      const digits = [...this.token.text].map((digit) => (digit === '⁻' ? '-' : SUPERSCRIPTS.indexOf(digit)));
      this.next();
      return raised(base, this.checkedPower(Number(digits.join(''))));
    }
    if (this.token.kind !== 'sign' || this.token.text !== '^') return base;
    this.next();
    return raised(base, this.checkedPower(this.exponent()));
  }

  private exponent(): number {
    const { kind, text } = this.token;
    if (kind === 'number') {
      this.next();
      return Number(text);
    }
    if (kind === 'sign' && text === '-') {
      this.next();
      return -this.exponent();
    }
    if (kind !== 'sign' || text !== '(') throw this.unexpected();
    this.next();
    let value = this.exponent();
    if (this.isSign('/')) {
      this.next();
      value /= this.exponent();
    }
    this.closeParenthesis();
    return value;
  }

  /** Halves come from square roots; nothing else is a power of a unit. */
  private checkedPower(power: number): number {
    if (Number.isInteger(power * 2) && Math.abs(power) <= 12) return power;
    throw new Unreadable(message('engine.unitPower', { power }), this.token.start, 0);
  }

  private base(): Factor[] {
    const { kind, text, start } = this.token;
    if (kind === 'word') {
      this.next();
      const factors = this.resolve(text);
      if (factors === null)
        throw new Unreadable(message('engine.unitUnknown', { word: text }), start, text.length, text);
      return factors;
    }
    if (kind === 'number' && text === '1') {
      this.next();
      return [];
    }
    if (!this.isSign('(')) throw this.unexpected();
    if (++this.depth > MAX_NESTING) throw this.unexpected();
    this.next();
    const inside = this.product();
    this.closeParenthesis();
    this.depth--;
    return inside;
  }

  private closeParenthesis(): void {
    if (!this.isSign(')')) throw this.unexpected();
    this.next();
  }

  private isSign(sign: string): boolean {
    return this.token.kind === 'sign' && this.token.text === sign;
  }

  /** A known word; one 万 or the like before it; or several in Latin and Chinese letters side by side (`GPU小时`). */
  private resolve(word: string, hasMultiplier = false): Factor[] | null {
    const atom = this.custom.get(word) ?? ATOMS.get(word);
    if (atom !== undefined) return [{ atom, power: 1 }];
    for (const [multiplier, times] of hasMultiplier ? [] : MULTIPLIERS) {
      if (!word.startsWith(multiplier)) continue;
      const rest = word.slice(multiplier.length);
      if (rest === '') return [{ atom: multiplierAtom(multiplier, times), power: 1 }];
      const factors = this.resolve(rest, true);
      if (factors !== null) return multiplied(multiplier, times, factors);
    }
    const otherwise = ATOMS_BY_LOWER_CASE.get(word.toLowerCase());
    if (otherwise !== undefined) return [{ atom: { ...otherwise, text: word }, power: 1 }];
    const [first, ...others] = word.split(SCRIPT_CHANGE);
    if (others.length === 0) return null;
    const head = this.resolve(first, hasMultiplier);
    const tail = this.resolve(word.slice(first.length), true);
    return head === null || tail === null ? null : [...head, ...tail];
  }

  private unexpected(): Unreadable {
    const { kind, text, start } = this.token;
    if (kind === 'end') return new Unreadable(message('engine.unitIncomplete'), this.text.length, 0);
    return new Unreadable(message('engine.unitUnexpected', { text }), start, text.length);
  }

  private next(): void {
    TOKEN.lastIndex = this.at;
    const match = TOKEN.exec(this.text);
    if (match === null) {
      const rest = this.text.slice(this.at).trim();
      if (rest !== '') {
        const [text] = rest;
        throw new Unreadable(message('engine.unitUnexpected', { text }), this.text.length - rest.length, text.length);
      }
      this.token = { kind: 'end', text: '', start: this.text.length };
      return;
    }
    const [whole, word, superscript, number, sign] = match;
    this.at = TOKEN.lastIndex;
    const text = word ?? superscript ?? number ?? sign;
    const start = this.at - text.length;
    if (word !== undefined) this.token = { kind: 'word', text, start };
    else if (superscript !== undefined) this.token = { kind: 'superscript', text, start };
    else this.token = { kind: number === undefined ? 'sign' : 'number', text, start };
    if (whole === '') throw this.unexpected();
  }
}

function raised(factors: Factor[], power: number): Factor[] {
  return factors.map((factor) => ({ atom: factor.atom, power: factor.power * power }));
}

function multiplierAtom(text: string, times: number): Atom {
  return { key: `times ${times}`, text, dimensions: [], scale: { times, over: 1 } };
}

/** The multiplier belongs to the first word: 万GPU小时 is 万GPU by the hour. */
function multiplied(multiplier: string, times: number, [{ atom, power }, ...others]: Factor[]): Factor[] {
  const key = `${times} ${atom.key}`;
  const scale = { times: atom.scale.times * times, over: atom.scale.over };
  return [{ atom: { key, text: multiplier + atom.text, dimensions: atom.dimensions, scale }, power }, ...others];
}
