/** The methods of the contract that concern private notes. All but `describeObjects` need the vault to be open. */
import { z } from 'zod';
import { method, nothing } from './method.ts';
import { noteHeadSchema, noteImageSchema, noteSchema, noteVersionSchema, objectDescriptionSchema } from './notes.ts';
import { objectRefSchema } from './object-ref.ts';

const noteId = z.uuid();
const versionId = z.uuid();
const noteIds = z.array(noteId).min(1).max(100_000);
const about = noteSchema.shape.about;
/** The revision from which an editor began; 0 of a note that is new. */
const revision = z.number().int().min(0);

const noteHitSchema = z.object({
  note: noteHeadSchema,
  /** The words around the first place where it is found; '' where that is the title. */
  snippet: z.string(),
  /** Places where one of the words stands; stops counting at 10, of a single character at once. */
  count: z.number().int(),
});
export type NoteHit = z.infer<typeof noteHitSchema>;

export const noteMethods = {
  /** The one changed last first. About `ref` where it is given; those in the trash where that is asked for. */
  listNotes: method(
    z.object({ about: objectRefSchema.optional(), isInTrash: z.boolean().default(false) }),
    z.array(noteHeadSchema),
  ),
  getNote: method(z.object({ noteId }), noteSchema),
  /**
   * Saves a text as it is typed. What it replaces becomes a version where that was a sitting of its own: another
   * window's, or some time ago. Refused with 'edited-elsewhere' where the note has another revision by now.
   */
  putNote: method(z.object({ noteId, revision, text: z.string(), about }), noteHeadSchema),
  /** Into the trash, and back. */
  deleteNotes: method(z.object({ noteIds }), nothing),
  restoreNotes: method(z.object({ noteIds }), nothing),
  /** For good, with all versions and the images that no other note shows. Only what lies in the trash. */
  purgeNotes: method(z.object({ noteIds }), nothing),

  /** Former texts, newest first. */
  listVersions: method(z.object({ noteId }), noteSchema.shape.versions),
  getVersion: method(z.object({ noteId, versionId }), noteVersionSchema),
  /** Makes a former text the text again; the one until now becomes a version. */
  restoreVersion: method(z.object({ noteId, versionId, revision }), noteHeadSchema),

  /** Takes an image by its bytes: PNG, JPEG, GIF or WebP, 10 MB at most. */
  addImage: method(
    z.object({ base64: z.string().max(40_000_000) }),
    noteImageSchema.pick({ id: true, mediaType: true }),
  ),
  getImage: method(z.object({ imageId: z.uuid() }), noteImageSchema),

  /** Notes whose text links to the object or shows a live figure of it; the one changed last first. */
  listBacklinks: method(z.object({ ref: objectRefSchema }), z.array(noteHeadSchema)),
  /** What objects of any kind are called, in the order of the references. */
  describeObjects: method(z.object({ refs: z.array(objectRefSchema).max(10_000) }), z.array(objectDescriptionSchema)),

  /** Notes with all the words: in the title first, then where they stand most often, then the one changed last. */
  searchNotes: method(
    z.object({
      text: z.string().max(500),
      limit: z.number().int().min(1).max(1000).default(50),
      isInTrash: z.boolean().default(false),
    }),
    z.object({ hits: z.array(noteHitSchema), total: z.number().int() }),
  ),
} as const;
