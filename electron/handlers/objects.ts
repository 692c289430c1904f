/** What objects of any kind are called, for links to them. */
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import type { ObjectDescription } from '../../shared/notes.ts';
import { parseObjectRef } from '../../shared/object-ref.ts';
import type { Handlers } from '../dispatch.ts';
import { findObjectTitle } from '../store/object-titles.ts';
import type { Context } from './context.ts';

const NO_TITLE: LocalText = { zh: '', en: '' };

export function objectHandlers(context: Context): Pick<Handlers, 'describeObjects'> {
  return { describeObjects: ({ refs }) => refs.map((ref) => describe(context, ref)) };
}

function describe({ store, vault }: Context, ref: string): ObjectDescription {
  const object = parseObjectRef(ref);
  if (object === null) return { ref, state: 'gone', title: NO_TITLE };
  const { kind, id } = object;
  if (kind === 'note') {
    if (!vault.isOpen) return { ref, state: 'locked', title: NO_TITLE };
    const note = vault.find('note', id);
    return note === undefined || note.deletedAt !== null
      ? { ref, state: 'gone', title: sameInBoth(note?.title ?? '') }
      : { ref, state: 'there', title: sameInBoth(note.title) };
  }
  const title = findObjectTitle(store.db, kind, id);
  return title === undefined ? { ref, state: 'gone', title: NO_TITLE } : { ref, state: 'there', title };
}
