/**
 * When a former text of a note is worth keeping: not at every stroke, but at the beginning of each sitting. A
 * sitting is what one window writes without a break; a long one is kept in between, and so is a text of which
 * most goes at once.
 */

const BREAK_MS = 5 * 60_000;
const LONG_MS = 30 * 60_000;
/** Of a text of some length, what remains of it in an edit that may have been a slip. */
const MOST = 0.5;
const SOME_LENGTH = 200;

type Sitting = { writer: string; since: number; last: number };

export class Sittings {
  readonly #ofNote = new Map<string, Sitting>();

  /** Notes an edit at `at` (ISO 8601), and says whether the text before it is to be kept as a version. */
  isNew(noteId: string, writer: string, at: string, { from, to }: { from: string; to: string }): boolean {
    const now = Date.parse(at);
    const sitting = this.#ofNote.get(noteId);
    const goesOn =
      sitting?.writer === writer &&
      now - sitting.last < BREAK_MS &&
      now - sitting.since < LONG_MS &&
      (from.length < SOME_LENGTH || to.length >= from.length * MOST);
    this.#ofNote.set(noteId, { writer, since: goesOn ? sitting.since : now, last: now });
    return !goesOn;
  }

  /** The next edit begins another one. */
  end(noteId: string): void {
    this.#ofNote.delete(noteId);
  }
}
