/** Which groups of which list are folded away, for as long as the window is open. */
import { create } from 'zustand';

const useFoldedStore = create<{ byList: ReadonlyMap<string, ReadonlySet<string>> }>(() => ({ byList: new Map() }));
const NONE: ReadonlySet<string> = new Set();

/** Shows what is in the groups. */
export function unfold(listId: string, groupIds: readonly string[]): void {
  useFoldedStore.setState(({ byList }) => {
    const now = new Set(byList.get(listId));
    for (const id of groupIds) now.delete(id);
    return { byList: new Map(byList).set(listId, now) };
  });
}

export function useFolded(listId: string): [folded: ReadonlySet<string>, toggle: (groupId: string) => void] {
  const folded = useFoldedStore(({ byList }) => byList.get(listId)) ?? NONE;
  const toggle = (groupId: string) =>
    useFoldedStore.setState(({ byList }) => {
      const now = new Set(byList.get(listId));
      if (!now.delete(groupId)) now.add(groupId);
      return { byList: new Map(byList).set(listId, now) };
    });
  return [folded, toggle];
}
