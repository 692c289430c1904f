/** Which sheets and templates a search finds: every word must occur somewhere in title, note or source. */
import type { SheetSummary, TemplateSummary } from '../../../shared/contract.ts';
import type { Source } from '../../../shared/facts.ts';
import type { LocalText } from '../../../shared/language.ts';

export function findSheets(sheets: readonly SheetSummary[], query: string): SheetSummary[] {
  const found = matcher(query);
  return sheets.filter((sheet) => found(words(sheet.title, sheet.note)));
}

export function findTemplates(
  templates: readonly TemplateSummary[],
  sources: readonly Source[],
  query: string,
): TemplateSummary[] {
  const found = matcher(query);
  return templates.filter((template) => {
    const cited = sources.filter((source) => template.sourceIds.includes(source.id));
    return found([words(template.title, template.note), ...cited.map(wordsOfSource)].join('\n'));
  });
}

function matcher(query: string): (text: string) => boolean {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  return (text) => {
    const folded = fold(text);
    return wanted.every((word) => folded.includes(word));
  };
}

function words(...texts: LocalText[]): string {
  return texts.flatMap((text) => [text.zh, text.en]).join('\n');
}

function wordsOfSource(source: Source): string {
  return `${source.id} ${source.title} ${source.publisher}`;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
