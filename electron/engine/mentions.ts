/**
 * What formulas take from outside the sheet by an id: facts and series, as the engine counts them.
 *
 * One exists here as soon as a formula mentions it, whether or not the source knows it: so one that
 * comes, goes or changes changes one `Mention`, and no formula has to be bound anew.
 */
import type { Content } from './graph.ts';

/** `held` is undefined where nobody knows the id. */
export type Mention<Held> = { readonly id: string; held: Held | undefined; readonly readers: Set<Content> };

export class MentionTable<Held> {
  private readonly find: (id: string) => Held | undefined;
  private readonly isSame: (a: Held | undefined, b: Held | undefined) => boolean;
  private readonly byId = new Map<string, Mention<Held>>();

  /** `find` is asked once for each id, and again by `refresh`. */
  constructor(find: (id: string) => Held | undefined, isSame: (a: Held | undefined, b: Held | undefined) => boolean) {
    this.find = find;
    this.isSame = isSame;
  }

  /** What formulas mention by the id; looked up if nobody did before. */
  mention(id: string, reader: Content): Mention<Held> {
    let mention = this.byId.get(id);
    if (mention === undefined) {
      mention = { id, held: this.find(id), readers: new Set() };
      this.byId.set(id, mention);
    }
    mention.readers.add(reader);
    return mention;
  }

  /** Ids of all that formulas take now. */
  used(): string[] {
    return [...this.byId.values()].filter(({ readers }) => readers.size > 0).map(({ id }) => id);
  }

  /** Looks ids up again; returns the formulas that use one that is another than before. */
  refresh(ids: Iterable<string>): Set<Content> {
    const readers = new Set<Content>();
    for (const id of ids) {
      const mention = this.byId.get(id);
      if (mention === undefined) continue;
      if (mention.readers.size === 0) {
        this.byId.delete(id);
        continue;
      }
      const held = this.find(id);
      if (this.isSame(mention.held, held)) continue;
      mention.held = held;
      for (const reader of mention.readers) readers.add(reader);
    }
    return readers;
  }
}
