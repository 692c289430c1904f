/** The place of a fact without its source's number in front: `图表14`, `§3.3`, `投资要点`. */
export function placeText({ place, sourceId }: { place: string; sourceId: string }): string {
  if (!place.startsWith(`${sourceId}/`)) return place;
  const inSource = place.slice(sourceId.length + 1);
  return /^\d/.test(inSource) ? `§${inSource}` : inSource;
}
