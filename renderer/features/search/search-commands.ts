/** Results of the search in the command palette: private notes, securities, entities, exhibits, sources, lists, groups and facts, after the commands. */
import type { Hit } from '../../../shared/fact-methods.ts';
import { figureOf } from '../../../shared/facts.ts';
import { inLanguage } from '../../../shared/language.ts';
import { fillIn } from '../../../shared/messages.ts';
import type { NoteHit } from '../../../shared/note-methods.ts';
import { settingIn } from '../../../shared/setting-words.ts';
import { call } from '../../api.ts';
import { figureText } from '../../facts/figure-text.ts';
import { findNotes } from '../../notes/found-notes.ts';
import { showNote } from '../../notes/new-note.ts';
import { notesTexts } from '../../notes/notes-texts.ts';
import { useCommandFinder } from '../../shell/command-finder.ts';
import type { Command } from '../../shell/commands.ts';
import { showFailure } from '../../shell/notices.tsx';
import { usePreferences } from '../../shell/preferences.ts';
import { goTo } from '../../shell/routes.ts';
import { openHit } from './open-hit.ts';
import { NO_SEARCH, writeAddress } from './search-address.ts';
import { searchTexts } from './search-texts.ts';

/** Sheets are commands of their own already. */
const KINDS: Hit['kind'][] = ['security', 'entity', 'exhibit', 'source', 'list', 'group', 'fact'];
const SHOWN_AT_MOST = 24;
const NOTES_AT_MOST = 6;

export function SearchCommands() {
  useCommandFinder(findHits);
  return null;
}

async function findHits(text: string): Promise<readonly Command[]> {
  try {
    const [notes, { hits }] = await Promise.all([
      findNotes(text, NOTES_AT_MOST),
      call('search', { text, kinds: KINDS, limit: SHOWN_AT_MOST }),
    ]);
    return [...notes.map(commandOfNote), ...hits.map(commandOf), searchFor(text)];
  } catch (failure) {
    showFailure(failure);
    return [];
  }
}

function commandOfNote({ note, snippet }: NoteHit): Command {
  const { title, id, excerpt } = note;
  return {
    id: `search.note.${id}`,
    label: title === '' ? notesTexts.untitled : { zh: title, en: title },
    group: notesTexts.title,
    detail: snippet || excerpt,
    run: () => showNote(id),
  };
}

function commandOf(hit: Hit): Command {
  const { language } = usePreferences.getState();
  const { kind, id, title, detail, fact } = hit;
  const figure = fact && figureText({ ...fact, ...figureOf(fact) }, language, { compact: true });
  return {
    id: `search.${kind}.${id}`,
    label: title.zh || title.en ? title : { zh: id, en: id },
    group: searchTexts[`kind-${kind}`],
    detail: fact
      ? [figure, settingIn(fact.setting, language), fact.place || fact.sourceId].filter(Boolean).join(' · ')
      : inLanguage(detail, language),
    run: () => openHit(hit),
  };
}

function searchFor(text: string): Command {
  return {
    id: 'search.all',
    label: { zh: fillIn(searchTexts.searchFor.zh, { text }), en: fillIn(searchTexts.searchFor.en, { text }) },
    group: searchTexts.title,
    run: () => goTo({ screen: 'search', query: writeAddress({ ...NO_SEARCH, text }) }),
  };
}
