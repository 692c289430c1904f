/** The methods of the contract that concern live figures, theses, risks and events of the calendar. contract.ts takes them in. */
import { z } from 'zod';
import { calendarEventSchema, calendarKindSchema, eventsImportSchema, ownEventSchema } from './calendar.ts';
import { entitySchema, factSchema } from './facts.ts';
import { languageSchema, localTextSchema } from './language.ts';
import { liveFigureSchema } from './live-figures.ts';
import { method, nothing } from './method.ts';
import { objectRefSchema } from './object-ref.ts';
import { reportRiskSchema, riskAssessmentSchema } from './risks.ts';
import { securityIdSchema, watchGroupSchema, watchListSchema } from './securities.ts';
import { conditionFindingSchema, thesisDraftSchema, thesisSchema, thesisViewSchema } from './theses.ts';

const thesisId = thesisSchema.shape.id;
/** Dates, both inclusive; '' for as far as it goes. */
const span = { from: z.string().max(20).default(''), to: z.string().max(20).default('') };

export const thesisMethods = {
  // --- a security's page -------------------------------------------------------------------
  /** Where a security stands: its lists and groups, and what the report says of it there. */
  listPlaces: method(
    z.object({ securityId: securityIdSchema }),
    z.array(
      z.object({
        listId: watchListSchema.shape.id,
        list: localTextSchema,
        sourceId: watchListSchema.shape.sourceId,
        /** From the outermost group in; none at the top of the list. */
        groups: z.array(z.object({ id: watchGroupSchema.shape.id, title: localTextSchema })),
        factId: factSchema.shape.id.nullable(),
        /** The words of the report; '' of the user's own lists. */
        wording: z.string(),
      }),
    ),
  ),

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
  /** How good the probabilities of settled theses were; nothing is said of fewer than `needed`. */
  getThesisCalibration: method(
    nothing,
    z.object({
      /** Settled theses with a probability. */
      count: z.number().int(),
      needed: z.number().int(),
      /** Mean square of probability − outcome: 0 is perfect, 0.25 is what always saying one half gives. Null of too few. */
      brier: z.number().nullable(),
      bins: z.array(
        z.object({
          low: z.number(),
          high: z.number(),
          count: z.number().int(),
          /** Mean probability, and the share that was met; null of an empty bin. */
          said: z.number().nullable(),
          happened: z.number().nullable(),
        }),
      ),
    }),
  ),

  // --- risks -------------------------------------------------------------------------------
  /** What the reports warn of, in their order. */
  listReportRisks: method(nothing, z.array(reportRiskSchema)),
  /** Private. Of one security, group or list, or all. */
  listRiskAssessments: method(z.object({ target: objectRefSchema.optional() }), z.array(riskAssessmentSchema)),
  /** New, or in place of the one of its id, or of the same report's risk for the same target. */
  putRiskAssessment: method(
    z.object({ assessment: riskAssessmentSchema.omit({ updatedAt: true }).partial({ id: true }) }),
    riskAssessmentSchema,
  ),
  /** Gives it back, for `putRiskAssessment`. */
  deleteRiskAssessment: method(z.object({ assessmentId: riskAssessmentSchema.shape.id }), riskAssessmentSchema),

  // --- the calendar ------------------------------------------------------------------------
  /** By day and time. The private ones are among them while the vault is open. Of a security also what is its company's. */
  listCalendar: method(
    z.object({
      ...span,
      subjectIds: z.array(entitySchema.shape.id).optional(),
      securityId: securityIdSchema.optional(),
      kinds: z.array(calendarKindSchema).optional(),
    }),
    z.array(calendarEventSchema),
  ),
  /** Several of the user's own at once, as an undo needs it; all or nothing. */
  editEvents: method(
    z.object({ put: z.array(ownEventSchema).max(10_000), drop: z.array(ownEventSchema.shape.id).max(10_000) }),
    nothing,
  ),
  /** Events of an .ics file, in its bytes. The same file again changes nothing. */
  importEvents: method(
    z.object({ base64: z.string().max(15_000_000), mode: z.enum(['dry-run', 'import']) }),
    eventsImportSchema,
  ),
  /** The calendar as the text of an .ics file. `withPrivate` throws 'vault-locked' where there is no open vault. */
  exportEvents: method(
    z.object({
      ...span,
      subjectIds: z.array(entitySchema.shape.id).optional(),
      securityId: securityIdSchema.optional(),
      language: languageSchema,
      withPrivate: z.boolean().default(false),
    }),
    z.object({ text: z.string(), count: z.number().int() }),
  ),
} as const;
