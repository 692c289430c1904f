/** The methods of the contract that show facts of models: benchmarks and prices. contract.ts takes them in. */
import { z } from 'zod';
import { entitySchema, factSchema, factViewSchema, qualifierSchema } from './facts.ts';
import { method, nothing } from './method.ts';

const factId = factSchema.shape.id;
const entityId = entitySchema.shape.id;

/** A figure with the fact it hangs from: what screens show of a model. */
const figureSchema = z.object({
  factId: z.string(),
  value: z.number().nullable(),
  text: z.string(),
  unit: z.string(),
  qualifier: qualifierSchema,
  setting: z.string(),
  date: z.string(),
  conflict: factViewSchema.shape.conflict,
});
export type Figure = z.infer<typeof figureSchema>;

const modelSchema = z.object({
  entityId,
  organisationId: z.string(),
  /** In `parameter`: 70 billion is 7e10. */
  parameters: figureSchema.nullable(),
  /** In `token`. */
  contextLength: figureSchema.nullable(),
  /** `open`, `closed` or '' as far as a source says it, of the model or of the family that it is one of. */
  openness: z.enum(['open', 'closed', '']),
  opennessFactId: z.string().nullable(),
  /** A text: `2024-07-23`. */
  releaseDate: figureSchema.nullable(),
});
export type ModelSummary = z.infer<typeof modelSchema>;

/** How a figure stands to the one that is used of all that say the same thing; `older`: of an earlier date. */
const standingSchema = z.enum(['used', 'agrees', 'disagrees', 'older']);
export type Standing = z.infer<typeof standingSchema>;

const scoreSchema = z.object({
  factId: z.string(),
  modelId: entityId,
  benchmarkId: entityId,
  /** Spelled alike throughout a benchmark: `5-shot, CoT` also where a source prints `CoT, 5-Shot`. */
  setting: z.string(),
  /** In the benchmark's unit. */
  value: z.number(),
  qualifier: qualifierSchema,
  /** Among the scores of the same model, benchmark and setting. */
  standing: standingSchema,
  sourceId: z.string(),
  place: z.string(),
  date: z.string(),
  isCorrected: z.boolean(),
  conflict: factViewSchema.shape.conflict,
});
export type Score = z.infer<typeof scoreSchema>;

const priceSchema = z.object({
  factId: z.string(),
  modelId: entityId,
  direction: z.enum(['input', 'output', 'both']),
  setting: z.string(),
  /** '' where the source gives no date. */
  date: z.string(),
  /** As printed, or as corrected, with its own unit. */
  value: z.number(),
  unit: z.string(),
  qualifier: qualifierSchema,
  /** Null where the price is in the other currency and there is no exchange rate. */
  cnyPerMillion: z.number().nullable(),
  usdPerMillion: z.number().nullable(),
  /** False of a price that another one of the same thing and date is used for: it agrees, or the two are in conflict. */
  isUsed: z.boolean(),
  sourceId: z.string(),
  place: z.string(),
  isCorrected: z.boolean(),
  isChanged: z.boolean(),
  isOwn: z.boolean(),
  conflict: factViewSchema.shape.conflict,
});
export type Price = z.infer<typeof priceSchema>;

const priceCutSchema = z.object({
  modelId: entityId,
  direction: priceSchema.shape.direction,
  setting: z.string(),
  date: z.string(),
  fromFactId: z.string().nullable(),
  toFactId: z.string().nullable(),
  /** CNY per million tokens; null where the source gives only the percentage. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  /** −0.97 for a cut by 97 %, from the two prices; null where one is missing, and of what was free before. */
  change: z.number().nullable(),
  /** What a source says of the change itself; `agrees` is null where there are no two prices to see by. */
  stated: z
    .object({
      factId: z.string(),
      change: z.number(),
      qualifier: qualifierSchema,
      agrees: z.boolean().nullable(),
    })
    .nullable(),
});
export type PriceCut = z.infer<typeof priceCutSchema>;

/** What a source says of use without payment, in its words. */
const freeTierSchema = priceSchema
  .pick({ factId: true, modelId: true, setting: true, date: true, sourceId: true, place: true, conflict: true })
  .extend({ text: z.string() });
export type FreeTier = z.infer<typeof freeTierSchema>;

export const modelMethods = {
  /** Models with a score or with something of what `modelSchema` tells; whatever has a score counts as one, people too. */
  getBenchmarks: method(
    nothing,
    z.object({ models: z.array(modelSchema), benchmarks: z.array(entitySchema), scores: z.array(scoreSchema) }),
  ),
  /** At the exchange rate of the fact `rateFactId`; the latest one where that is left out or no rate any more. */
  getPrices: method(
    z.object({ rateFactId: factId.optional() }),
    z.object({
      /** CNY per USD; null where no such fact is there. */
      rate: factViewSchema.nullable(),
      /** Its figure, the right way round where it is printed as USD per CNY. */
      cnyPerUsd: z.number().nullable(),
      rates: z.array(factViewSchema),
      /** In use, those passed over in a conflict left out; by model, direction, setting and date. */
      prices: z.array(priceSchema),
      /** The latest first. */
      cuts: z.array(priceCutSchema),
      freeTiers: z.array(freeTierSchema),
      /** Prices in what is no currency per token that can be converted. */
      leftOut: z.array(z.object({ factId: z.string(), modelId: entityId, unit: z.string() })),
    }),
  ),
} as const;
