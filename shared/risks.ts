/**
 * Risks: what the reports warn of, as facts, and what the analyst adds; held against a security or a group of
 * the watchlist as a checklist with the analyst's own probability and impact, which are private (vault.ts).
 */
import { z } from 'zod';
import { factSchema, idSchema, sourceSchema } from './facts.ts';
import { objectRefSchema } from './object-ref.ts';

export const riskAssessmentSchema = z.object({
  id: idSchema,
  /** The security, group or list that it is held against. */
  target: objectRefSchema,
  /** The report's risk; null of one that the analyst wrote. */
  factId: factSchema.shape.id.nullable(),
  /** Of the analyst's own; '' where a fact says it. */
  text: z.string().max(2000),
  /** 1 (unlikely) to 5 (almost sure); null as long as it is not assessed. */
  probability: z.number().int().min(1).max(5).nullable(),
  /** 1 (hardly any) to 5 (breaks the thesis). */
  impact: z.number().int().min(1).max(5).nullable(),
  isChecked: z.boolean(),
  note: z.string().max(10_000),
  /** ISO 8601, UTC. */
  updatedAt: z.string(),
});
export type RiskAssessment = z.infer<typeof riskAssessmentSchema>;

/** A risk as a report prints it. */
export const reportRiskSchema = z.object({
  factId: factSchema.shape.id,
  /** As printed, in the report's language. */
  text: z.string(),
  subjectId: factSchema.shape.subjectId,
  sourceId: sourceSchema.shape.id,
  sourceTitle: z.string(),
  place: factSchema.shape.place,
});
export type ReportRisk = z.infer<typeof reportRiskSchema>;
