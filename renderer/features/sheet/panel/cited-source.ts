/**
 * A citation as a person fills it in, and as the line keeps it. Of a document that the store knows,
 * the line keeps the number (`002`, and places as `002/图表14`, `002/3.3`); of any other, its title.
 */
import type { Source } from '../../../../shared/facts.ts';
import type { SourceRef } from '../../../../shared/sheet.ts';
import { placeText } from '../../../facts/place-text.ts';
import { citationOf } from '../../../ui/citation.ts';

export type CitationDraft = { document: string; place: string; wording: string };

export const NO_CITATION: CitationDraft = { document: '', place: '', wording: '' };

export function draftOf(cited: SourceRef, known: readonly Source[]): CitationDraft {
  const source = known.find(({ id }) => id === cited.sourceId);
  return {
    document: source ? citationOf(source) : cited.sourceId,
    place: placeText(cited),
    wording: cited.wording,
  };
}

/** Null where no document is named. */
export function citedOf(draft: CitationDraft, known: readonly Source[]): SourceRef | null {
  const document = draft.document.trim();
  const place = draft.place.trim();
  const wording = draft.wording.trim();
  if (document === '') return null;
  const source = known.find((each) => [each.id, each.title, citationOf(each)].includes(document));
  if (source === undefined) return { sourceId: document, place, wording };
  const inDocument = place.replace(/^§\s*(?=\d)/, '');
  return { sourceId: source.id, place: inDocument && `${source.id}/${inDocument}`, wording };
}
