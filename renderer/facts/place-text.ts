/** The place of a figure in a document, without and with which document it is. */
type Place = { place: string; sourceId: string };

/** Beside the document's name: `图表14`, `§3.3`, `投资要点`. */
export function placeText({ place, sourceId }: Place): string {
  if (!place.startsWith(`${sourceId}/`)) return place;
  const inSource = place.slice(sourceId.length + 1);
  return /^\d/.test(inSource) ? `§${inSource}` : inSource;
}

/** Among places of several documents: `002 图表14`. */
export function fullPlaceText(at: Place): string {
  return [at.sourceId, placeText(at)].filter(Boolean).join(' ');
}
