/** What objects of any kind are called, for links to them. */
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import type { ObjectDescription } from '../../shared/notes.ts';
import { objectRef, parseObjectRef } from '../../shared/object-ref.ts';
import type { Handlers } from '../dispatch.ts';
import { findObjectTitle } from '../store/object-titles.ts';
import { findGroup } from '../store/watch-lists.ts';
import type { Context } from './context.ts';

const NO_TITLE: LocalText = { zh: '', en: '' };

export function objectHandlers(context: Context): Pick<Handlers, 'describeObjects'> {
  return { describeObjects: ({ refs }) => refs.map((ref) => describe(context, ref)) };
}

function describe({ store, vault }: Context, ref: string): ObjectDescription {
  const gone: ObjectDescription = { ref, state: 'gone', title: NO_TITLE, within: null };
  const object = parseObjectRef(ref);
  if (object === null) return gone;
  const { kind, id } = object;
  if (kind === 'note') {
    if (!vault.isOpen) return { ...gone, state: 'locked' };
    const note = vault.find('note', id);
    return note === undefined || note.deletedAt !== null
      ? { ...gone, title: sameInBoth(note?.title ?? '') }
      : { ...gone, state: 'there', title: sameInBoth(note.title) };
  }
  const title = findObjectTitle(store.db, kind, id);
  if (title === undefined) return gone;
  const listId = kind === 'group' ? findGroup(store.db, id)?.listId : undefined;
  return { ref, state: 'there', title, within: listId === undefined ? null : objectRef('list', listId) };
}
