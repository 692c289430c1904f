/** Size classes, in which the reports compare models: small, middle, and large or unknown (closed models say no size). */
import type { ModelSummary } from '../../../shared/model-methods.ts';

export type SizeClass = 0 | 1 | 2;

const BILLION = 1e9;

export const SIZE_CLASSES: readonly SizeClass[] = [0, 1, 2];

export type SizeRules = {
  /** Upper bounds of the first two, in billions of parameters. */
  bounds: readonly [number, number];
  /** By model, where the user says it (of one whose size no source gives, for one). */
  classes: Readonly<Record<string, SizeClass>>;
};

export function sizeClassOf(
  model: Pick<ModelSummary, 'entityId' | 'parameters'>,
  { bounds, classes }: SizeRules,
): SizeClass {
  const said = Object.hasOwn(classes, model.entityId) ? classes[model.entityId] : undefined;
  if (said !== undefined) return said;
  const size = model.parameters?.value;
  if (size === null || size === undefined) return 2;
  if (size <= bounds[0] * BILLION) return 0;
  return size <= bounds[1] * BILLION ? 1 : 2;
}
