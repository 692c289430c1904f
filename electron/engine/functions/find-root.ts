/**
 * A rate at which a function of a rate is zero, for IRR and RATE.
 *
 * Newton's method from the guess finds the root that Excel finds in all usual cases. Where it runs
 * away, the rates around the guess are searched for a change of sign, which is then halved.
 */

const NEWTON_STEPS = 60;
const HALVINGS = 200;
/** Rates are sought above -100 %. */
const LOWEST = -0.999999;
const HIGHEST = 1e6;
const SEARCH_STEPS = 400;
const PRECISION = 1e-14;

/** The root nearest to `guess` that can be found; null where there is none. `slope` is the derivative of `value`. */
export function findRoot(
  value: (rate: number) => number,
  slope: (rate: number) => number,
  guess: number,
): number | null {
  return newton(value, slope, guess) ?? search(value, guess);
}

function newton(value: (rate: number) => number, slope: (rate: number) => number, guess: number): number | null {
  let rate = guess;
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const change = value(rate) / slope(rate);
    const next = rate - change;
    if (!Number.isFinite(next) || next <= -1) return null;
    if (Math.abs(change) <= PRECISION * Math.max(1, Math.abs(next))) return Math.abs(next) < PRECISION ? 0 : next;
    rate = next;
  }
  return null;
}

function search(value: (rate: number) => number, guess: number): number | null {
  // Evenly on the scale of log(1 + rate), outwards from the guess in both directions.
  const centre = Math.log1p(guess);
  const widest = Math.log1p(HIGHEST) - Math.log1p(LOWEST);
  const at = (place: number) => Math.expm1(Math.min(Math.log1p(HIGHEST), Math.max(Math.log1p(LOWEST), place)));
  const step = widest / SEARCH_STEPS;
  for (let i = 0; i < SEARCH_STEPS; i++) {
    for (const direction of [1, -1]) {
      const near = at(centre + direction * i * step);
      const far = at(centre + direction * (i + 1) * step);
      if (near !== far && value(near) * value(far) <= 0) return halve(value, near, far);
    }
  }
  return null;
}

function halve(value: (rate: number) => number, from: number, to: number): number {
  let low = from;
  let high = to;
  const sign = Math.sign(value(low));
  for (let i = 0; i < HALVINGS && Math.abs(high - low) > PRECISION * Math.max(1, Math.abs(low)); i++) {
    const middle = (low + high) / 2;
    if (Math.sign(value(middle)) === sign) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
