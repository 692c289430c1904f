/**
 * Notes being written: their texts as they stand in the editor, and what of it is saved.
 *
 *     const noteId = beginNote({ text: '# ', about: [ref] });   // saved with its first word
 *     await openDraft(noteId);                                   // an existing one
 *     editDraft(noteId, { text });                               // saved a moment later
 *
 * A text that could not be saved stays here: when another window was first (`conflict`), when it is refused, and
 * when the vault was locked in between; then it is saved as soon as the vault is open again. What is saved is
 * dropped when the vault locks.
 */
import { create } from 'zustand';
import type { Note } from '../../shared/notes.ts';
import { CallError, call, hasNativeDialogs, onConnection, onEvent } from '../api.ts';
import { stopping } from '../follow.ts';

export type Draft = {
  noteId: string;
  text: string;
  about: readonly string[];
  /** The one it was begun from; 0 of a note that was never saved. */
  revision: number;
  /** In the trash a note is read only. */
  deletedAt: string | null;
  /** As far as it is saved. */
  saved: { text: string; about: readonly string[] };
  state: 'saved' | 'pending' | 'saving' | 'conflict' | 'failed';
  /** What the last saving threw; null where it went well. */
  failure: unknown;
};

type Loading = { noteId: string; failure: unknown };

export const useDrafts = create<{ drafts: ReadonlyMap<string, Draft>; loading: ReadonlyMap<string, Loading> }>(() => ({
  drafts: new Map(),
  loading: new Map(),
}));

/** Between two strokes of somebody who thinks; of a long text it is sent less often. */
const REST_MS = 700;
const LONG_REST_MS = 2500;
const LONG = 300_000;

const timers = new Map<string, ReturnType<typeof setTimeout>>();
const savings = new Map<string, Promise<void>>();

export function draftOf(noteId: string): Draft | undefined {
  return useDrafts.getState().drafts.get(noteId);
}

/** A note that nobody has saved yet; with a text it is saved at once. */
export function beginNote({ text, about }: { text: string; about: readonly string[] }): string {
  const noteId = crypto.randomUUID();
  const saved = { text: '', about: [] };
  put({ noteId, text, about, revision: 0, deletedAt: null, saved, state: 'saved', failure: null });
  if (text !== '') editDraft(noteId, {});
  return noteId;
}

/** Reads the note, unless it is being written here. */
export async function openDraft(noteId: string): Promise<void> {
  if (draftOf(noteId) !== undefined) return;
  setLoading(noteId, { noteId, failure: null });
  try {
    adopt(await call('getNote', { noteId }));
    setLoading(noteId, null);
  } catch (failure) {
    setLoading(noteId, { noteId, failure });
  }
}

export function editDraft(noteId: string, changed: Partial<Pick<Draft, 'text' | 'about'>>): void {
  const draft = draftOf(noteId);
  if (draft === undefined) return;
  const edited = { ...draft, ...changed };
  put({ ...edited, state: draft.state === 'conflict' ? 'conflict' : 'pending' });
  clearTimeout(timers.get(noteId));
  const rest = edited.text.length > LONG ? LONG_REST_MS : REST_MS;
  timers.set(
    noteId,
    setTimeout(() => void saveDraft(noteId), rest),
  );
}

/** Saves what is not saved yet; how it went is in the draft. */
export async function saveDraft(noteId: string): Promise<void> {
  clearTimeout(timers.get(noteId));
  await savings.get(noteId);
  const draft = draftOf(noteId);
  if (draft === undefined || draft.state === 'conflict' || !isUnsaved(draft)) return;
  const saving = send(draft).finally(() => savings.delete(noteId));
  savings.set(noteId, saving);
  await saving;
}

export async function saveAllDrafts(): Promise<void> {
  await Promise.all([...useDrafts.getState().drafts.keys()].map((noteId) => saveDraft(noteId)));
}

/** In a conflict: the text here becomes the note's, and the other window's goes into the history. */
export async function insistOnDraft(noteId: string): Promise<void> {
  const draft = draftOf(noteId);
  if (draft === undefined) return;
  const { revision } = await call('getNote', { noteId });
  put({ ...draft, revision, state: 'pending' });
  await saveDraft(noteId);
}

/** In a conflict, or when the note is gone: the text here becomes a note of its own. Gives its id. */
export async function divideDraft(noteId: string): Promise<string | null> {
  const draft = draftOf(noteId);
  if (draft === undefined) return null;
  const other = beginNote(draft);
  await saveDraft(other);
  if (draftOf(other)?.state === 'saved') dropDraft(noteId);
  return other;
}

/** Shows another text that the workbench has: a version brought back, a note restored. */
export async function reloadDraft(noteId: string): Promise<void> {
  adopt(await call('getNote', { noteId }));
}

export function dropDraft(noteId: string): void {
  clearTimeout(timers.get(noteId));
  useDrafts.setState(({ drafts }) => ({ drafts: new Map([...drafts].filter(([id]) => id !== noteId)) }));
}

export function isUnsaved({ text, about, saved, revision }: Draft): boolean {
  // A note without a word is not worth keeping until it has one.
  if (revision === 0 && text.trim() === '') return false;
  return revision === 0 || text !== saved.text || about.join(' ') !== saved.about.join(' ');
}

async function send({ noteId, text, about, revision }: Draft): Promise<void> {
  change(noteId, { state: 'saving' });
  try {
    const head = await call('putNote', { noteId, revision, text, about: [...about] });
    change(noteId, { revision: head.revision, saved: { text, about }, failure: null });
    const now = draftOf(noteId);
    if (now !== undefined) change(noteId, { state: isUnsaved(now) ? 'pending' : 'saved' });
  } catch (failure) {
    const isConflict = failure instanceof CallError && failure.code === 'edited-elsewhere';
    change(noteId, { state: isConflict ? 'conflict' : 'failed', failure });
  }
}

function adopt({ id: noteId, text, about, revision, deletedAt }: Note): void {
  put({ noteId, text, about, revision, deletedAt, saved: { text, about }, state: 'saved', failure: null });
}

function put(draft: Draft): void {
  useDrafts.setState(({ drafts }) => ({ drafts: new Map(drafts).set(draft.noteId, draft) }));
}

function change(noteId: string, changed: Partial<Draft>): void {
  const draft = draftOf(noteId);
  if (draft !== undefined) put({ ...draft, ...changed });
}

function setLoading(noteId: string, state: Loading | null): void {
  useDrafts.setState(({ loading }) => {
    const changed = new Map(loading);
    if (state === null) changed.delete(noteId);
    else changed.set(noteId, state);
    return { loading: changed };
  });
}

/** Follows other windows and the vault; returns how to stop. */
export function followDrafts(): () => void {
  const stop = stopping(
    onEvent((event) => {
      if (event.event === 'notesEdited') for (const noteId of event.noteIds) void followNote(noteId);
      if (event.event === 'vaultLocked') dropSaved();
      if (event.event === 'vaultOpened') void saveAllDrafts();
    }),
    onConnection((isConnected) => {
      if (isConnected) void saveAllDrafts();
    }),
  );
  const onHide = () => void saveAllDrafts();
  const onLeave = (event: BeforeUnloadEvent) => {
    const isLosing = [...useDrafts.getState().drafts.values()].some(isUnsaved);
    void saveAllDrafts();
    // The browser asks; a window sends what it has before it goes.
    if (isLosing && !hasNativeDialogs()) event.preventDefault();
  };
  window.addEventListener('pagehide', onHide);
  window.addEventListener('blur', onHide);
  window.addEventListener('beforeunload', onLeave);
  return () => {
    stop();
    window.removeEventListener('pagehide', onHide);
    window.removeEventListener('blur', onHide);
    window.removeEventListener('beforeunload', onLeave);
  };
}

/** Another window's text is shown where nothing would be lost by it; otherwise the next saving tells the two apart. */
async function followNote(noteId: string): Promise<void> {
  await savings.get(noteId);
  const draft = draftOf(noteId);
  if (draft === undefined || draft.state !== 'saved') return;
  try {
    const note = await call('getNote', { noteId });
    const now = draftOf(noteId);
    if (note.deletedAt !== null) dropDraft(noteId);
    else if (now?.state === 'saved' && note.revision > now.revision) adopt(note);
  } catch (failure) {
    if (failure instanceof CallError && failure.code === 'not-found') dropDraft(noteId);
  }
}

function dropSaved(): void {
  useDrafts.setState(({ drafts }) => ({
    drafts: new Map([...drafts].filter(([, draft]) => isUnsaved(draft))),
    loading: new Map(),
  }));
}
