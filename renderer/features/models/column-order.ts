/** Lists of ids that the user orders. */

/** With the entry at `at` moved by `step`; as it is where that leads beyond an end. */
export function withMoved(list: readonly string[], at: number, step: number): readonly string[] {
  const to = at + step;
  if (to < 0 || to >= list.length) return list;
  const moved = [...list];
  const [entry] = moved.splice(at, 1);
  moved.splice(to, 0, entry);
  return moved;
}

export function withoutEntry(list: readonly string[], entry: string): string[] {
  return list.filter((each) => each !== entry);
}

export function withToggled(list: readonly string[], entry: string): string[] {
  return list.includes(entry) ? withoutEntry(list, entry) : [...list, entry];
}
