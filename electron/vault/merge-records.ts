/**
 * Records from elsewhere beside those of the vault, so that nothing is lost and nothing is twice: what is the same is
 * left alone, and of what differs both stay. Of a note the newer text stands and the older one becomes a version; any
 * other record comes in under another id. Taking in the same file again changes nothing.
 */
import { createHash } from 'node:crypto';
import { imagesOf } from '../../shared/note-text.ts';
import type { Note, NoteVersion } from '../../shared/notes.ts';
import type { VaultKind, VaultRecord } from '../../shared/vault.ts';
import type { AnyRecord } from './sealed-record.ts';
import type { VaultChange } from './write-changes.ts';

type Find = (kind: VaultKind, id: string) => VaultRecord<VaultKind> | undefined;

export type Merged = { changes: VaultChange[]; added: number; same: number; both: number };

/** @param find a record of the vault */
export function mergeRecords(incoming: readonly AnyRecord[], find: Find): Merged {
  const merged: Merged = { changes: [], added: 0, same: 0, both: 0 };
  const renamed = new Map<string, string>();
  for (const each of incoming) {
    if (each.kind === 'note') continue;
    const id = take(merged, each, find);
    if (each.kind === 'noteImage' && id !== each.record.id) renamed.set(each.record.id, id);
  }
  for (const { kind, record } of incoming) {
    if (kind === 'note') takeNote(merged, withImages(record as Note, renamed), find);
  }
  return merged;
}

/** Gives the id under which the record is there now. */
function take(merged: Merged, { kind, record }: AnyRecord, find: Find): string {
  const known = find(kind, record.id);
  if (known === undefined) {
    merged.added++;
    put(merged, kind, record);
    return record.id;
  }
  const id = textOf(known) === textOf(record) ? record.id : idFrom(kind, record);
  if (id === record.id || find(kind, id) !== undefined) merged.same++;
  else {
    merged.both++;
    put(merged, kind, { ...record, id });
  }
  return id;
}

function takeNote(merged: Merged, note: Note, find: Find): void {
  const known = find('note', note.id) as Note | undefined;
  if (known === undefined) {
    merged.added++;
    put(merged, 'note', note);
    return;
  }
  const [newer, older] = known.updatedAt >= note.updatedAt ? [known, note] : [note, known];
  const versions = new Map([...known.versions, ...note.versions].map((version) => [version.id, version]));
  const isSame = contentOf(known) === contentOf(note);
  if (!isSame) {
    const { text, about, updatedAt: at } = older;
    const version: NoteVersion = { id: '', noteId: note.id, text, about, at };
    version.id = idFrom('noteVersion', version);
    if (!versions.has(version.id)) put(merged, 'noteVersion', version);
    versions.set(version.id, { id: version.id, at, length: text.length });
  }
  const result: Note = {
    ...newer,
    revision: Math.max(known.revision, note.revision) + 1,
    versions: [...versions.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1)),
    images: [...new Set([...known.images, ...note.images])],
  };
  if (textOf({ ...known, revision: 0 }) === textOf({ ...result, revision: 0 })) {
    merged.same++;
    return;
  }
  if (isSame) merged.same++;
  else merged.both++;
  put(merged, 'note', result);
}

function withImages(note: Note, renamed: ReadonlyMap<string, string>): Note {
  if (renamed.size === 0) return note;
  const text = note.text.replace(/\(image:([0-9a-f-]{36})\)/gu, (whole, id) =>
    renamed.has(id) ? `(image:${renamed.get(id)})` : whole,
  );
  return {
    ...note,
    text,
    images: [...new Set([...note.images.map((id) => renamed.get(id) ?? id), ...imagesOf(text)])],
  };
}

/** What the user wrote of a note. */
function contentOf({ title, text, about, deletedAt }: Note): string {
  return JSON.stringify([title, text, about, deletedAt === null]);
}

/** The same text for the same fields, in whatever order they were written. */
function textOf(record: object): string {
  return JSON.stringify(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A UUID that is the same for the same content. */
export function idFrom(kind: string, content: object): string {
  const digits = createHash('sha256')
    .update(`${kind}\n${textOf(content)}`)
    .digest('hex');
  const [a, b, c, d, e] = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(13, 16),
    digits.slice(17, 20),
    digits.slice(20, 32),
  ];
  return `${a}-${b}-8${c}-8${d}-${e}`;
}

function put(merged: Merged, kind: VaultKind, record: VaultRecord<VaultKind>): void {
  // Kind and record come together from one place; the types of the two cannot be tied together here.
  merged.changes.push({ put: kind, record } as VaultChange);
}
