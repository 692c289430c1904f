/**
 * Units as products of powers, kept as people wrote them: `USD/(GPU*h)` stays that, and `GPU*h` times
 * it is `USD`, because factors cancel by name. What they measure (dimension) and how large they are
 * (scale) follow from the factors.
 *
 * Scales are exact fractions of whole numbers wherever a unit is, so that a conversion is one
 * multiplication or one division by a whole number.
 */

/** A number as a product and a quotient, so that both can be exact: multiply by `times`, divide by `over`. */
export type Ratio = { times: number; over: number };

/** One word of a unit. */
export type Atom = {
  /** The same for all words of one meaning: `h`, `小时` and `hour` cancel. */
  readonly key: string;
  /** As written. */
  readonly text: string;
  /** Powers of base dimensions: `energy 1, time -1` of kW; none of %. */
  readonly dimensions: readonly (readonly [base: string, power: number])[];
  /** How many base units it is. */
  readonly scale: Ratio;
};

export type Factor = { readonly atom: Atom; readonly power: number };

export type Unit = {
  readonly factors: readonly Factor[];
  /** Equal where two units measure the same; '' of a plain number. */
  readonly dimension: string;
  readonly scale: Ratio;
};

export const ONE: Ratio = { times: 1, over: 1 };

export const PLAIN: Unit = { factors: [], dimension: '', scale: ONE };

/** The product of factors; those of one meaning are joined, and those that cancel are left out. */
export function unitOf(factors: readonly Factor[]): Unit {
  const joined: Factor[] = [];
  for (const factor of factors) {
    const at = joined.findIndex(({ atom }) => atom.key === factor.atom.key);
    if (at < 0) joined.push(factor);
    else joined[at] = { atom: joined[at].atom, power: joined[at].power + factor.power };
  }
  const kept = joined.filter(({ power }) => power !== 0);
  let scale = ONE;
  for (const { atom, power } of kept) scale = multiplyRatios(scale, powerOfRatio(atom.scale, power));
  return { factors: kept, dimension: dimensionKey(totalDimensions(kept)), scale };
}

export function multiplyUnits(a: Unit, b: Unit): Unit {
  if (a.factors.length === 0) return b;
  return b.factors.length === 0 ? a : unitOf([...a.factors, ...b.factors]);
}

export function divideUnits(a: Unit, b: Unit): Unit {
  return b.factors.length === 0 ? a : multiplyUnits(a, powerOfUnit(b, -1));
}

export function powerOfUnit(unit: Unit, power: number): Unit {
  return unitOf(unit.factors.map((factor) => ({ atom: factor.atom, power: factor.power * power })));
}

/** What a number in `from` is multiplied by to be in `to`; the two measure the same. */
export function ratioBetween(from: Unit, to: Unit): Ratio {
  return multiplyRatios(from.scale, powerOfRatio(to.scale, -1));
}

export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  const first = reduced(a.times, b.over);
  const second = reduced(b.times, a.over);
  return { times: first.times * second.times, over: first.over * second.over };
}

/**
 * The unit that a person would give the same thing: `token/s*d` is `token`, `kW*h` is `kWh`, `USD*%` is `USD`.
 * A unit in which nothing overlaps stays as it is.
 */
export function simplified(unit: Unit, friendly: (base: string) => Atom | undefined): Unit {
  const measuring = unit.factors.filter(({ atom }) => atom.dimensions.length > 0);
  if (measuring.length === 0) return unit.factors.length === 1 && unit.factors[0].power === 1 ? unit : PLAIN;
  const plain = measuring.length === unit.factors.length ? unit : unitOf(measuring);
  if (!overlaps(measuring)) return plain;
  const whole = measuring.find(({ atom }) => dimensionKey(new Map(atom.dimensions)) === unit.dimension);
  if (whole !== undefined) return unitOf([{ atom: whole.atom, power: 1 }]);
  const factors: Factor[] = [];
  for (const [base, power] of totalDimensions(measuring)) {
    if (power === 0) continue;
    const own = measuring.find(({ atom: { dimensions } }) => dimensions.length === 1 && isOne(dimensions[0], base));
    const atom = own?.atom ?? friendly(base);
    if (atom === undefined) return plain;
    factors.push({ atom, power });
  }
  return unitOf(factors);
}

/** As it would be typed: `USD/(GPU*h)`, `1/h`, `m^2`; '' of a plain number. */
export function printUnit({ factors }: Unit): string {
  const above = factors.filter(({ power }) => power > 0).map(({ atom, power }) => printFactor(atom, power));
  const below = factors.filter(({ power }) => power < 0).map(({ atom, power }) => printFactor(atom, -power));
  const numerator = above.join('*');
  if (below.length === 0) return numerator;
  return `${numerator || '1'}/${below.length === 1 ? below[0] : `(${below.join('*')})`}`;
}

function printFactor(atom: Atom, power: number): string {
  return power === 1 ? atom.text : `${atom.text}^${power}`;
}

function isOne([base, power]: readonly [string, number], wanted: string): boolean {
  return base === wanted && power === 1;
}

function overlaps(factors: readonly Factor[]): boolean {
  const seen = new Set<string>();
  for (const { atom } of factors) {
    for (const [base] of atom.dimensions) {
      if (seen.has(base)) return true;
      seen.add(base);
    }
  }
  return false;
}

function totalDimensions(factors: readonly Factor[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { atom, power } of factors) {
    for (const [base, of] of atom.dimensions) totals.set(base, (totals.get(base) ?? 0) + of * power);
  }
  return totals;
}

function dimensionKey(totals: ReadonlyMap<string, number>): string {
  return [...totals]
    .filter(([, power]) => power !== 0)
    .map(([base, power]) => `${base}^${power}`)
    .sort()
    .join(' ');
}

function powerOfRatio({ times, over }: Ratio, power: number): Ratio {
  return power < 0 ? reduced(over ** -power, times ** -power) : reduced(times ** power, over ** power);
}

function reduced(times: number, over: number): Ratio {
  if (times === over) return ONE;
  if (!Number.isSafeInteger(times) || !Number.isSafeInteger(over)) return { times, over };
  let [a, b] = [times, over];
  while (b !== 0) [a, b] = [b, a % b];
  return { times: times / a, over: over / a };
}
