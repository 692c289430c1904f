/**
 * References to any object, as private notes keep them: `security:688111.SH`, `fact:004/6/…`,
 * `cell:SHEET/LINE/SCENARIO/PERIOD`. A note is about such objects, and links to them in its text.
 */
import { z } from 'zod';

export const OBJECT_KINDS = [
  'security',
  'list', // of the watchlist
  'group', // of a list
  'source',
  'exhibit',
  'entity',
  'fact',
  'series',
  'sheet',
  'line', // SHEET/LINE
  'cell', // SHEET/LINE/SCENARIO/PERIOD
  'note',
] as const;
export type ObjectKind = (typeof OBJECT_KINDS)[number];

const PATTERN = new RegExp(`^(${OBJECT_KINDS.join('|')}):(\\S(?:.*\\S)?)$`, 'u');

export const objectRefSchema = z.string().max(500).regex(PATTERN);

export function objectRef(kind: ObjectKind, id: string): string {
  return `${kind}:${id}`;
}

/** Null of what is no reference. */
export function parseObjectRef(ref: string): { kind: ObjectKind; id: string } | null {
  const [, kind, id] = PATTERN.exec(ref) ?? [];
  const known = OBJECT_KINDS.find((each) => each === kind);
  return known === undefined || id === undefined ? null : { kind: known, id };
}
