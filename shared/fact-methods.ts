/**
 * The methods of the contract that concern facts: sources, exhibits, search, conflicts, and the user's own changes.
 * contract.ts takes them in, beside those of models and prices (model-methods.ts) and of facts as files
 * (fact-file-methods.ts).
 */
import { z } from 'zod';
import {
  choiceSchema,
  entityKindSchema,
  entitySchema,
  exhibitSchema,
  factFieldsSchema,
  factSchema,
  factViewSchema,
  sourceSchema,
} from './facts.ts';
import { localTextSchema } from './language.ts';
import { messageSchema } from './messages.ts';
import { method, nothing } from './method.ts';

const factId = factSchema.shape.id;
const sourceId = sourceSchema.shape.id;
const topic = z.string().min(1).max(1000);
const exhibitId = exhibitSchema.shape.id;
const entityId = entitySchema.shape.id;
const limit = z.number().int().min(1).max(10_000);

/** Where the facts stand: counts edits, and what undo and redo would do next. */
export const factsStateSchema = z.object({
  revision: z.number().int(),
  undo: messageSchema.nullable(),
  redo: messageSchema.nullable(),
});
export type FactsState = z.infer<typeof factsStateSchema>;

/** What an edit of facts did. `facts` are all whose view changed, those of the same topic included (1,000 at most). */
export const factsResultSchema = z.object({ facts: z.array(factViewSchema), state: factsStateSchema });
export type FactsResult = z.infer<typeof factsResultSchema>;

const exhibitSummarySchema = exhibitSchema
  .pick({ id: true, sourceId: true, kind: true, title: true })
  .extend({ factCount: z.number(), conflictCount: z.number(), correctionCount: z.number(), overlayCount: z.number() });
export type ExhibitSummary = z.infer<typeof exhibitSummarySchema>;

const sourceSummarySchema = sourceSchema.extend({ exhibitCount: z.number(), factCount: z.number() });
export type SourceSummary = z.infer<typeof sourceSummarySchema>;

/**
 * A fact as a person writes it: subject and metric by id or by any of their names; a name that nothing has
 * yet becomes an entity of the user's own, of the kind given. An empty `id` is made from place, metric and subject.
 */
export const factDraftSchema = factFieldsSchema
  .omit({ subjectId: true, metricId: true })
  .partial()
  .extend({
    id: factId.optional(),
    sourceId,
    place: factSchema.shape.place.default(''),
    subject: z.string().min(1).max(200),
    subjectKind: entityKindSchema.default('other'),
    metric: z.string().min(1).max(200),
    metricKind: entityKindSchema.default('measure'),
    printed: factSchema.shape.printed.default(''),
    wording: factSchema.shape.wording.default(''),
  });
export type FactDraft = z.input<typeof factDraftSchema>;
export type ParsedFactDraft = z.output<typeof factDraftSchema>;

export const factFilterSchema = z.object({
  sourceId: sourceId.optional(),
  exhibitId: exhibitId.optional(),
  subjectIds: z.array(entityId).max(1000).optional(),
  metricIds: z.array(entityId).max(1000).optional(),
  /** Words as in `search`. */
  text: z.string().max(500).optional(),
  state: z.enum(['all', 'in-use', 'own', 'changed', 'retired', 'corrected', 'in-conflict']).default('all'),
});
export type FactFilter = z.input<typeof factFilterSchema>;
export type ParsedFactFilter = z.output<typeof factFilterSchema>;

/** A conflict: facts of one topic that disagree, or facts that agree in value but were measured in other settings. */
const conflictSchema = z.object({
  topic: z.string(),
  /** `setting`: the same figure for the same thing, but the sources print different settings for it. */
  kind: z.enum(['value', 'setting']),
  facts: z.array(factViewSchema).min(2),
  /** The largest difference in percent of the smaller value; null where the facts are text. */
  spread: z.number().nullable(),
  choice: choiceSchema.nullable(),
});
export type Conflict = z.infer<typeof conflictSchema>;

const hitSchema = z.object({
  kind: z.enum(['security', 'entity', 'source', 'exhibit', 'list', 'group', 'fact', 'sheet']),
  id: z.string(),
  title: localTextSchema,
  detail: localTextSchema,
  /** Of a fact. */
  fact: factViewSchema.nullable(),
});
export type Hit = z.infer<typeof hitSchema>;

export const factMethods = {
  // --- sources and exhibits ----------------------------------------------------------------
  listSources: method(nothing, z.array(sourceSummarySchema)),
  putSource: method(z.object({ source: sourceSchema.omit({ origin: true }) }), factsResultSchema),
  /** Where the user's copy of the document lies, of bundled sources too; '' takes it away. */
  setSourceLink: method(z.object({ sourceId, link: sourceSchema.shape.link }), factsResultSchema),
  /** Of the user's own, and only one that nothing hangs from. */
  deleteSource: method(z.object({ sourceId }), factsResultSchema),
  listExhibits: method(z.object({ sourceId: sourceId.optional() }), z.array(exhibitSummarySchema)),
  getExhibit: method(
    z.object({ exhibitId }),
    z.object({ exhibit: exhibitSchema, source: sourceSchema, facts: z.array(factViewSchema) }),
  ),

  // --- entities ----------------------------------------------------------------------------
  listEntities: method(
    z.object({ kind: entityKindSchema.optional() }),
    z.array(entitySchema.extend({ factCount: z.number() })),
  ),
  putEntity: method(z.object({ entity: entitySchema.omit({ origin: true }) }), factsResultSchema),
  /** The user's own further names of an entity, all of them. */
  setAliases: method(z.object({ entityId, aliases: entitySchema.shape.aliases }), factsResultSchema),

  // --- facts -------------------------------------------------------------------------------
  findFacts: method(
    z.object({ filter: factFilterSchema, offset: z.number().int().min(0).default(0), limit: limit.default(200) }),
    /** `total` stops counting at 10,000. */
    z.object({ facts: z.array(factViewSchema), total: z.number().int() }),
  ),
  getFact: method(
    z.object({ factId }),
    z.object({
      fact: factViewSchema,
      subject: entitySchema,
      metric: entitySchema,
      source: sourceSchema,
      exhibitTitle: localTextSchema.nullable(),
      /** Others of the same topic that disagree with it. */
      conflict: conflictSchema.nullable(),
      uses: z.array(
        z.object({ sheetId: z.string(), sheetTitle: localTextSchema, lineId: z.number(), lineLabel: localTextSchema }),
      ),
      edits: z.array(
        z.object({ at: z.string(), label: messageSchema, state: z.enum(['done', 'undone', 'discarded']) }),
      ),
    }),
  ),
  addFact: method(z.object({ draft: factDraftSchema }), factsResultSchema.extend({ factId })),
  /** Of a bundled fact: the fields become the user's overlay. */
  updateFact: method(z.object({ factId, fields: factFieldsSchema.partial() }), factsResultSchema),
  /** Shows a bundled fact again as it came. */
  resetFact: method(z.object({ factId }), factsResultSchema),
  setFactsRetired: method(
    z.object({ factIds: z.array(factId).min(1).max(10_000), isRetired: z.boolean() }),
    factsResultSchema,
  ),
  getFactsState: method(nothing, factsStateSchema),
  undoFacts: method(nothing, factsResultSchema.nullable()),
  redoFacts: method(nothing, factsResultSchema.nullable()),
  search: method(
    z.object({ text: z.string().max(500), kinds: z.array(hitSchema.shape.kind).optional(), limit: limit.default(50) }),
    /** Best first; `isComplete` is false where there is more. */
    z.object({ hits: z.array(hitSchema), isComplete: z.boolean() }),
  ),

  // --- conflicts ---------------------------------------------------------------------------
  listConflicts: method(z.object({ state: z.enum(['all', 'open', 'chosen']).default('all') }), z.array(conflictSchema)),
  /** `factId: null` takes the choice back. */
  chooseFact: method(
    z.object({
      topic,
      factId: factId.nullable(),
      note: choiceSchema.shape.note.default(''),
    }),
    factsResultSchema,
  ),

  /** One side each of several conflicts, in one edit. */
  chooseFacts: method(
    z.object({
      choices: z.array(z.object({ topic, factId })).min(1).max(10_000),
      note: choiceSchema.shape.note.default(''),
    }),
    factsResultSchema,
  ),
} as const;
