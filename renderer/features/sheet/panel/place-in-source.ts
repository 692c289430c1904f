/** The place of a citation without the document's number in front, which its title replaces: `图表14`, `§3.3`. */
import type { SourceRef } from '../../../../shared/sheet.ts';

export function placeInSource({ place, sourceId }: SourceRef): string {
  if (!place.startsWith(`${sourceId}/`)) return place;
  const inDocument = place.slice(sourceId.length + 1);
  return /^\d/.test(inDocument) ? `§${inDocument}` : inDocument;
}
