/**
 * Private notes: Markdown about any object or about nothing, with links between them, live figures in the
 * text, images and a full history. All of it lies in the vault (vault.ts); note-text.ts says what stands in a text.
 */
import { z } from 'zod';
import { idSchema } from './facts.ts';
import { localTextSchema } from './language.ts';
import { objectRefSchema } from './object-ref.ts';

/** Characters of one note; a longer one is refused and stays in the editor. */
export const LONGEST_NOTE = 8_000_000;

export const noteSchema = z.object({
  id: idSchema,
  /** The first heading or line of the text; '' of one without words. */
  title: z.string().max(300),
  text: z.string().max(LONGEST_NOTE),
  about: z.array(objectRefSchema).max(100),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Null unless it lies in the trash. */
  deletedAt: z.string().nullable(),
  /** Counts its changes: whoever saves says which one they began from. */
  revision: z.number().int().min(1),
  /** Former texts, oldest first: ids of `noteVersion` records, with the time until which each stood. */
  versions: z.array(z.object({ id: idSchema, at: z.string(), length: z.number().int() })),
  /** Ids of `noteImage` records that stand, or ever stood, in its text. */
  images: z.array(idSchema),
});
export type Note = z.infer<typeof noteSchema>;

/** A note without its text, as lists show it. */
export const noteHeadSchema = noteSchema.omit({ text: true, versions: true, images: true }).extend({
  /** What comes after the title, shortened. */
  excerpt: z.string(),
  /** Characters of the text. */
  length: z.number().int(),
});
export type NoteHead = z.infer<typeof noteHeadSchema>;

export const noteVersionSchema = z.object({
  id: idSchema,
  noteId: idSchema,
  text: noteSchema.shape.text,
  about: noteSchema.shape.about,
  /** When it was last the text, ISO 8601, UTC. */
  at: z.string(),
});
export type NoteVersion = z.infer<typeof noteVersionSchema>;

/** Bytes of one image; base64 takes a third more. */
export const LARGEST_IMAGE = 10_000_000;
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;

export const noteImageSchema = z.object({
  id: idSchema,
  mediaType: z.enum(IMAGE_TYPES),
  base64: z.string().max(14_000_000),
});
export type NoteImage = z.infer<typeof noteImageSchema>;

/** What an object is called, wherever a note names it. */
export const objectDescriptionSchema = z.object({
  ref: objectRefSchema,
  /** `gone`: there is no such object (any more); `locked`: it is private, and the vault is locked. */
  state: z.enum(['there', 'gone', 'locked']),
  /** Empty unless it is there. */
  title: localTextSchema,
  /** Of a group, its list, where it is shown; null of any other. */
  within: objectRefSchema.nullable(),
});
export type ObjectDescription = z.infer<typeof objectDescriptionSchema>;
