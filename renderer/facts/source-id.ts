/** Ids for sources of the user's own. */

/** A slug of the title that nothing else has: ids are typed in formulas, and never used again. */
export function freeSourceId(title: string, taken: ReadonlySet<string>): string {
  const slug =
    title
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'source';
  let id = slug;
  for (let count = 2; taken.has(id); count++) id = `${slug}-${count}`;
  return id;
}
