/** What the toolbar and the keys of the editor do to the text. */
import { startCompletion } from '@codemirror/autocomplete';
import { EditorSelection, type StateCommand } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Puts marks around what is selected, or takes them away where they are there. */
export function surround(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    const length = mark.length;
    const changes = state.changeByRange((range) => {
      const isMarked =
        state.sliceDoc(range.from - length, range.from) === mark &&
        state.sliceDoc(range.to, range.to + length) === mark;
      return isMarked
        ? {
            changes: [
              { from: range.from - length, to: range.from },
              { from: range.to, to: range.to + length },
            ],
            range: EditorSelection.range(range.from - length, range.to - length),
          }
        : {
            changes: [
              { from: range.from, insert: mark },
              { from: range.to, insert: mark },
            ],
            range: EditorSelection.range(range.from + length, range.to + length),
          };
    });
    dispatch(state.update(changes, { userEvent: 'input', scrollIntoView: true }));
    return true;
  };
}

const ITEM = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)(?:\[([ xX])\]\s)?/u;

/** Makes the lines items of a checklist; of such an item it ticks the box. */
export const toggleChecklist: StateCommand = ({ state, dispatch }) => {
  const { from, to } = state.selection.main;
  const changes = [];
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    const [whole = '', marks, box] = ITEM.exec(line.text) ?? [];
    const indent = /^\s*/u.exec(line.text)?.[0] ?? '';
    if (marks === undefined) changes.push({ from: line.from + indent.length, insert: '- [ ] ' });
    else if (box === undefined) changes.push({ from: line.from + marks.length, insert: '[ ] ' });
    else {
      const place = line.from + whole.length - 3;
      changes.push({ from: place, to: place + 1, insert: box === ' ' ? 'x' : ' ' });
    }
    at = line.to + 1;
  }
  const change = state.changes(changes);
  const selection = state.selection.map(change, 1);
  dispatch(state.update({ changes: change, selection, userEvent: 'input' }));
  return true;
};

/** A heading, one deeper each time, and then none. */
export const toggleHeading: StateCommand = ({ state, dispatch }) => {
  const line = state.doc.lineAt(state.selection.main.head);
  const [whole = '', marks = ''] = /^(#{0,3})\s*/u.exec(line.text) ?? [];
  const insert = marks.length === 3 ? '' : `${'#'.repeat(marks.length + 1)} `;
  dispatch(state.update({ changes: { from: line.from, to: line.from + whole.length, insert }, userEvent: 'input' }));
  return true;
};

/** Puts in the beginning of a link or a live figure, and offers how it can go on. */
export function beginCompletion(beginning: '[[' | '{{'): (view: EditorView) => boolean {
  return (view) => {
    view.dispatch(view.state.replaceSelection(beginning), { userEvent: 'input' });
    view.focus();
    startCompletion(view);
    return true;
  };
}

/** Puts in a text on lines of its own. */
export function insertBlock(text: string): StateCommand {
  return ({ state, dispatch }) => {
    const line = state.doc.lineAt(state.selection.main.head);
    const before = line.text.trim() === '' ? '' : '\n\n';
    const insert = `${before}${text}\n`;
    dispatch(
      state.update({
        changes: { from: line.to, insert },
        selection: { anchor: line.to + insert.length },
        userEvent: 'input',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}
