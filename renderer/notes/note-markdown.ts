/**
 * What notes have beside plain Markdown, as a step of its parsing: links to objects and live figures become elements
 * of their own, which note-view.tsx draws, and marks that turn the direction of text become visible.
 *
 * It works on the parsed text only: what stands in code stays as it is, and nothing that a note contains can make
 * such an element in another way.
 */
import { FIGURE, LINK } from '../../shared/note-text.ts';
import { parseObjectRef } from '../../shared/object-ref.ts';

/** Of mdast, as far as it is needed here. */
type Node = {
  type: string;
  value?: string;
  url?: string;
  children?: Node[];
  data?: { hName: string; hProperties: Record<string, string> };
};

const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Their children are the words of a link already. */
const NOT_WITHIN: readonly string[] = ['link', 'linkReference'];

export function remarkNotes() {
  return (tree: unknown) => walk(tree as Node);
}

function walk(node: Node): void {
  if (node.value !== undefined) node.value = visible(node.value);
  if (node.children === undefined) return;
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text' && !NOT_WITHIN.includes(node.type)) return divided(visible(child.value ?? ''));
    walk(child);
    return [child];
  });
}

/** `U+202E` in place of the mark itself. */
export function visible(text: string): string {
  return text.replace(TURNING, (mark) => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`);
}

const SPECIAL = new RegExp(`${LINK.source}|${FIGURE.source}`, 'gu');

function divided(text: string): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  for (const match of text.matchAll(SPECIAL)) {
    const [whole, ref, label, figure] = match;
    if (figure === undefined && parseObjectRef(ref.trim()) === null) continue;
    if (match.index > done) nodes.push({ type: 'text', value: text.slice(done, match.index) });
    nodes.push(
      figure === undefined
        ? element('object-link', { objectRef: ref.trim(), label: label?.trim() ?? '' })
        : element('live-figure', { figureRef: figure.trim() }),
    );
    done = match.index + whole.length;
  }
  if (done < text.length) nodes.push({ type: 'text', value: text.slice(done) });
  return nodes;
}

function element(hName: string, hProperties: Record<string, string>): Node {
  return { type: 'noteElement', children: [], data: { hName, hProperties } };
}
