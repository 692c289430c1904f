/**
 * Strongly connected components by Tarjan's algorithm (1972), without recursion: what leads in a
 * circle is together, and a component comes after all that it leads to.
 */
export type Component = { nodes: number[]; isCycle: boolean };

export function componentsOf(nodes: Iterable<number>, edgesOf: (node: number) => readonly number[]): Component[] {
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const isOpen = new Set<number>();
  const open: number[] = [];
  const path: { node: number; edges: readonly number[]; next: number }[] = [];
  const components: Component[] = [];
  const visit = (node: number) => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    open.push(node);
    isOpen.add(node);
    path.push({ node, edges: edgesOf(node), next: 0 });
  };
  const lower = (node: number, to: number | undefined) => {
    if (to !== undefined && to < (low.get(node) ?? 0)) low.set(node, to);
  };
  for (const start of nodes) {
    if (!index.has(start)) visit(start);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const { node, edges } = frame;
      if (frame.next < edges.length) {
        const target = edges[frame.next++];
        if (!index.has(target)) visit(target);
        else if (isOpen.has(target)) lower(node, index.get(target));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.node, low.get(node));
      if (low.get(node) !== index.get(node)) continue;
      const members = open.splice(open.lastIndexOf(node));
      for (const member of members) isOpen.delete(member);
      components.push({ nodes: members, isCycle: members.length > 1 || edges.includes(node) });
    }
  }
  return components;
}
