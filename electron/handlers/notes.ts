/** Private notes: read, saved as they are typed, thrown away and found. */
import { randomUUID } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { parseFigureRef } from '../../shared/live-figures.ts';
import { message } from '../../shared/messages.ts';
import { figuresOf, imagesOf, linksOf, titleOf } from '../../shared/note-text.ts';
import { LONGEST_NOTE, type Note } from '../../shared/notes.ts';
import type { Handlers } from '../dispatch.ts';
import { NoteSearch } from '../vault/note-search.ts';
import type { Vault, VaultChange } from '../vault/vault.ts';
import type { Context } from './context.ts';
import { checkEditable, getNote, headOf, headsOf } from './note-heads.ts';
import { Sittings } from './note-sittings.ts';

type NoteMethod =
  | 'listNotes'
  | 'getNote'
  | 'putNote'
  | 'deleteNotes'
  | 'restoreNotes'
  | 'purgeNotes'
  | 'listVersions'
  | 'getVersion'
  | 'restoreVersion'
  | 'listBacklinks'
  | 'searchNotes';

export function noteHandlers(context: Context): Pick<Handlers, NoteMethod> {
  const { vault, now } = context;
  const sittings = new Sittings();
  const notes = new NoteSearch(vault);
  const told = (noteIds: string[]) => context.emit({ event: 'notesEdited', noteIds }, null);

  /** The note with another text; the one until now becomes a version where `isKept`. */
  const replace = (note: Note, { text, about }: Pick<Note, 'text' | 'about'>, isKept: boolean): Note => {
    const version = { id: randomUUID(), noteId: note.id, text: note.text, about: note.about, at: note.updatedAt };
    const replaced: Note = {
      ...note,
      ...contentOf(text, note.images),
      about,
      updatedAt: now(),
      revision: note.revision + 1,
      versions: isKept
        ? [...note.versions, { id: version.id, at: version.at, length: note.text.length }]
        : note.versions,
    };
    const changes: VaultChange[] = [{ put: 'note', record: replaced }];
    if (isKept) changes.push({ put: 'noteVersion', record: version });
    vault.write(changes);
    return replaced;
  };

  const create = (id: string, { text, about }: Pick<Note, 'text' | 'about'>): Note => {
    const at = now();
    const note: Note = {
      id,
      ...contentOf(text, []),
      about,
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      revision: 1,
      versions: [],
    };
    vault.write([{ put: 'note', record: note }]);
    return note;
  };

  const setDeleted = (noteIds: readonly string[], deletedAt: string | null) => {
    const changed = [...new Set(noteIds)]
      .map((noteId) => getNote(vault, noteId))
      .filter((note) => (note.deletedAt === null) !== (deletedAt === null));
    if (changed.length === 0) return {};
    vault.write(
      changed.map((note) => ({ put: 'note', record: { ...note, deletedAt, revision: note.revision + 1 } }) as const),
    );
    told(changed.map(({ id }) => id));
    return {};
  };

  return {
    listNotes: ({ about, isInTrash }) =>
      headsOf(
        vault
          .list('note')
          .filter(({ deletedAt }) => (deletedAt !== null) === isInTrash)
          .filter((note) => about === undefined || note.about.includes(about)),
      ),
    getNote: ({ noteId }) => getNote(vault, noteId),
    putNote: ({ noteId, revision, text, about }, caller) => {
      checkLength(text);
      const before = vault.find('note', noteId);
      if (before === undefined && revision > 0) throw new AppError('not-found', message('note.notFound'));
      if (before !== undefined) checkEditable(before, revision);
      const isSame = before?.text === text && JSON.stringify(before.about) === JSON.stringify(about);
      if (before !== undefined && isSame) return headOf(before);
      const isKept = sittings.isNew(noteId, caller, now(), { from: before?.text ?? '', to: text });
      const note = before === undefined ? create(noteId, { text, about }) : replace(before, { text, about }, isKept);
      told([noteId]);
      return headOf(note);
    },
    deleteNotes: ({ noteIds }) => setDeleted(noteIds, now()),
    restoreNotes: ({ noteIds }) => setDeleted(noteIds, null),
    purgeNotes: ({ noteIds }) => {
      const gone = [...new Set(noteIds)].map((noteId) => getNote(vault, noteId));
      if (gone.some(({ deletedAt }) => deletedAt === null)) {
        throw new AppError('invalid-value', message('note.notInTrash'));
      }
      vault.write(purging(vault, gone));
      told(gone.map(({ id }) => id));
      return {};
    },
    listVersions: ({ noteId }) => getNote(vault, noteId).versions.toReversed(),
    getVersion: ({ noteId, versionId }) => getVersion(vault, noteId, versionId),
    restoreVersion: ({ noteId, versionId, revision }) => {
      const note = getNote(vault, noteId);
      checkEditable(note, revision);
      const restored = replace(note, getVersion(vault, noteId, versionId), true);
      sittings.end(noteId);
      told([noteId]);
      return headOf(restored);
    },
    listBacklinks: ({ ref }) => headsOf(vault.list('note').filter((note) => mentions(note, ref))),
    searchNotes: ({ text, ...options }) => {
      const { found, total } = notes.search(text, options);
      return { hits: found.map(({ note, ...hit }) => ({ note: headOf(note), ...hit })), total };
    },
  };
}

/** What of a note follows from its text; `images` are those that ever stood in it. */
function contentOf(text: string, images: readonly string[]): Pick<Note, 'title' | 'text' | 'images'> {
  return { title: titleOf(text), text, images: [...new Set([...images, ...imagesOf(text)])] };
}

function checkLength(text: string): void {
  if (text.length <= LONGEST_NOTE) return;
  const [length, most] = [text.length, LONGEST_NOTE].map((count) => count.toLocaleString('en-US'));
  throw new AppError('invalid-value', message('note.tooLong', { length, most }));
}

/** Throws AppError 'not-found'; 'vault-damaged' or 'vault-tampered' where it cannot be read. */
function getVersion(vault: Vault, noteId: string, versionId: string) {
  const isOfNote = getNote(vault, noteId).versions.some(({ id }) => id === versionId);
  const version = isOfNote ? vault.read('noteVersion', versionId) : undefined;
  if (version === undefined) throw new AppError('not-found', message('note.versionNotFound'));
  return version;
}

/** With all that only they have. */
function purging(vault: Vault, gone: readonly Note[]): VaultChange[] {
  const left = new Set(vault.list('note').flatMap((note) => (gone.includes(note) ? [] : note.images)));
  const images = new Set(gone.flatMap((note) => note.images).filter((id) => !left.has(id)));
  return [
    ...gone.flatMap(({ id, versions }): VaultChange[] => [
      { drop: 'note', id },
      ...versions.map((version) => ({ drop: 'noteVersion', id: version.id }) as const),
    ]),
    ...[...images].map((id) => ({ drop: 'noteImage', id }) as const),
  ];
}

/** Whether the text links to the object, or shows a live figure of it. */
function mentions({ text, deletedAt }: Note, ref: string): boolean {
  // Most texts do not have it in any way: finding that out takes no parsing.
  if (deletedAt !== null || !text.includes(ref.slice(ref.indexOf(':'), mostOf(ref)))) return false;
  return linksOf(text).includes(ref) || figuresOf(text).some((figure) => isOf(figure, ref));
}

/** A figure of a cell may leave out its end, where nothing stands for the scenario or the period. */
function mostOf(ref: string): number {
  return ref.startsWith('cell:') ? ref.replace(/\/+$/, '').length : ref.length;
}

/** `series:ID|yoy` is of `series:ID`; `sheet:SHEET/LINE` is of the sheet and, where the line is given by its id, of it. */
function isOf(ref: string, object: string): boolean {
  const figure = parseFigureRef(ref);
  switch (figure?.kind) {
    case 'fact':
      return object === `fact:${figure.factId}`;
    case 'series':
      return object === `series:${figure.seriesId}`;
    case 'sheet': {
      const line = `${figure.sheetId}/${figure.line}`;
      const cell = `cell:${line}/${figure.scenario}/${figure.period}`;
      return [`sheet:${figure.sheetId}`, `line:${line}`, cell].includes(object);
    }
    default:
      return false;
  }
}
