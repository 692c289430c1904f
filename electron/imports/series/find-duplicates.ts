/** Observations that a file gives several times: of one value once, of several values none. */
import { QUALIFIERS } from '../../../shared/facts.ts';
import type { ObservationGroup } from './observation-buffer.ts';

/** Places in the group, of the first observation of a period and of one that says something else. */
export type Disagreement = { first: number; other: number };

export function* disagreements(group: ObservationGroup, isBad: (row: number) => boolean): Generator<Disagreement> {
  const { ordinals, values, qualifiers, rows } = group;
  let first = -1;
  for (let at = 0; at < ordinals.length; at += 1) {
    if (isBad(rows[at])) continue;
    if (first < 0 || ordinals[first] !== ordinals[at]) first = at;
    else if (values[first] !== values[at] || qualifiers[first] !== qualifiers[at]) yield { first, other: at };
  }
}

/** Each period once, without the rows that are not taken, as the store writes it. */
export function withoutRows(group: ObservationGroup, isBad: (row: number) => boolean) {
  const { ordinals, values, qualifiers, rows } = group;
  const count = ordinals.length;
  const kept = { ordinals: new Int32Array(count), values: new Float64Array(count) };
  const said = new Map<number, (typeof QUALIFIERS)[number]>();
  let length = 0;
  for (let at = 0; at < count; at += 1) {
    if (isBad(rows[at]) || (length > 0 && kept.ordinals[length - 1] === ordinals[at])) continue;
    kept.ordinals[length] = ordinals[at];
    kept.values[length] = values[at];
    if (qualifiers[at] > 0) said.set(length, QUALIFIERS[qualifiers[at]]);
    length += 1;
  }
  return {
    ordinals: kept.ordinals.subarray(0, length),
    values: kept.values.subarray(0, length),
    qualifiers: said,
  };
}
