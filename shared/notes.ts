/**
 * Private notes: Markdown about any object or about nothing, with links between them, live figures in the
 * text, images and a full history. All of it lies in the vault (vault.ts).
 *
 * In the text, `[[security:688111.SH]]` or `[[note:ID|as it is called here]]` links to an object
 * (object-ref.ts), `{{series:ID|yoy}}` shows a live figure (live-figures.ts), `![](image:ID)` a pasted image.
 */
import { z } from 'zod';
import { idSchema } from './facts.ts';
import { objectRefSchema } from './object-ref.ts';

/** Characters of one note; a longer one is refused and stays in the editor. */
export const LONGEST_NOTE = 8_000_000;

export const noteSchema = z.object({
  id: idSchema,
  /** The first heading or line of the text. */
  title: z.string().max(300),
  text: z.string().max(LONGEST_NOTE),
  about: z.array(objectRefSchema).max(100),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Null unless it lies in the trash. */
  deletedAt: z.string().nullable(),
  /** Former texts, oldest first: ids of `noteVersion` records, with the time until which each stood. */
  versions: z.array(z.object({ id: idSchema, at: z.string(), length: z.number().int() })),
});
export type Note = z.infer<typeof noteSchema>;

export const noteVersionSchema = z.object({
  id: idSchema,
  noteId: idSchema,
  text: noteSchema.shape.text,
  about: noteSchema.shape.about,
  /** When it was last the text, ISO 8601, UTC. */
  at: z.string(),
});
export type NoteVersion = z.infer<typeof noteVersionSchema>;

export const noteImageSchema = z.object({
  id: idSchema,
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
  base64: z.string().max(14_000_000),
});
export type NoteImage = z.infer<typeof noteImageSchema>;
