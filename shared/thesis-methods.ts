/** The methods of the contract that concern live figures, theses, risks and events of the calendar. contract.ts takes them in. */
import { z } from 'zod';
import { liveFigureSchema } from './live-figures.ts';
import { method, nothing } from './method.ts';
import { objectRefSchema } from './object-ref.ts';
import { conditionFindingSchema, thesisDraftSchema, thesisSchema, thesisViewSchema } from './theses.ts';

const thesisId = thesisSchema.shape.id;

export const thesisMethods = {
  /** One for each ref, in that order, also of those that are gone or malformed. */
  getFigures: method(z.object({ refs: z.array(liveFigureSchema.shape.ref).max(10_000) }), z.array(liveFigureSchema)),

  // --- theses: private, 'vault-locked' or 'vault-missing' where there is no open vault -----
  /** By due day, of one object or of all. */
  listTheses: method(z.object({ about: objectRefSchema.optional() }), z.array(thesisViewSchema)),
  /**
   * New, or in place of the one with `thesisId`: another condition or day makes it open again. A condition that
   * does not parse, names what does not exist or gives no truth value is refused.
   */
  putThesis: method(z.object({ thesisId: thesisId.optional(), thesis: thesisDraftSchema }), thesisViewSchema),
  /** Gives it back whole, for `restoreThesis`. */
  deleteThesis: method(z.object({ thesisId }), thesisSchema),
  /** As it was, history included: takes a deletion or an edit back. */
  restoreThesis: method(z.object({ thesis: thesisSchema }), thesisViewSchema),
  withdrawThesis: method(z.object({ thesisId }), thesisViewSchema),
  /** Open again, from then on checked by its day or by another one. */
  reopenThesis: method(z.object({ thesisId, due: thesisSchema.shape.due.optional() }), thesisViewSchema),
  /** Checks all now, as happens by itself when data arrive, at unlocking and at the change of the day; gives those that changed. */
  checkTheses: method(nothing, z.array(thesisViewSchema)),
  /** What a condition gives as it is being written; `position` and `length` of what does not parse. */
  checkCondition: method(
    z.object({ condition: thesisDraftSchema.shape.condition }),
    conditionFindingSchema.extend({
      /** Whether it would be refused. */
      isWrong: z.boolean(),
      position: z.number().int().nullable(),
      length: z.number().int().nullable(),
    }),
  ),
} as const;
