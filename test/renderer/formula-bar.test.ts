import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  cancelEditing,
  changeText,
  commitEditing,
  editSession,
  startEditing,
} from '../../renderer/features/sheet/editing/edit-session.ts';
import { canPoint, pointAt } from '../../renderer/features/sheet/editing/pointing.ts';
import { referenceColours } from '../../renderer/features/sheet/editing/reference-marks.ts';
import { matchingBrackets, signatureAt, suggestionsAt } from '../../renderer/features/sheet/editing/suggestions.ts';
import { indexSnapshot } from '../../renderer/features/sheet/sheet-data.ts';
import { closeSheet, openSheet, select, useSheetStore } from '../../renderer/features/sheet/sheet-store.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { fakeWorkbench } from './fake-workbench.ts';
import { lineOf, snapshotOf } from './sheet-fixture.ts';

const snapshot = () =>
  snapshotOf([
    {
      line: lineOf({ id: 1, name: '算力租金', label: { zh: '云端租金', en: 'GPU rent' }, unit: 'USD/h' }),
      values: [1],
      contents: ['1'],
    },
    { line: lineOf({ id: 2, name: '算力' }), values: [2], contents: ['2'] },
    { line: lineOf({ id: 3, name: 'sum_of_all' }), values: [3], contents: ['3'] },
    { line: lineOf({ id: 4, kind: 'heading', name: '' }), values: [] },
  ]);

/** `|` is where the caret stands. */
const caretIn = (marked: string) => {
  const at = marked.indexOf('|');
  return { text: marked.replace('|', ''), caret: { start: at, end: at } };
};

describe('completion at the caret', () => {
  const data = indexSnapshot(snapshot());
  test.each([
    ['what begins so, shorter first', '=算|', ['算力', '算力租金']],
    ['functions and lines together', '=su|', ['sum_of_all', 'SUM', 'SUMSQ', 'SUMPRODUCT']],
    ['a line by its label', '=1+rent|', ['算力租金']],
    ['a word in the middle of a formula', '=SUM(算力租|)*2', ['算力租金']],
    ['nothing after an operator', '=算力+|', null],
    ['nothing in text that is no formula', '算|', null],
    ['nothing within quotes', '="算|', null],
    ['nothing that fits', '=xyz|', null],
  ])('offers %s', (_what, marked, expected) => {
    const { text, caret } = caretIn(marked);
    expect(suggestionsAt(text, caret, data, 'en')?.items.map(({ name }) => name) ?? null).toEqual(expected);
  });

  test('shows the line’s label and unit', () => {
    const { text, caret } = caretIn('=算力租|');
    expect(suggestionsAt(text, caret, data, 'en')?.items[0]).toEqual({
      kind: 'line',
      name: '算力租金',
      label: 'GPU rent',
      unit: 'USD/h',
    });
  });
});

describe('the signature hint', () => {
  test.each([
    ['=ROUND(|', 'ROUND', 0],
    ['=ROUND(a, |2)', 'ROUND', 1],
    ['=SUM(a, b, c|)', 'SUM', 0],
    ['=IF(SUM(a,b)>1, ROUND(x|, 1), 0)', 'ROUND', 0],
    ['=IF(SUM(a,b)>1, (x|), 0)', 'IF', 1],
  ])('in %s is of %s, parameter %i', (marked, name, parameter) => {
    const { text, caret } = caretIn(marked);
    const hint = signatureAt(text, caret.end);
    expect([hint?.entry.name, hint?.parameter]).toEqual([name, parameter]);
  });

  test.each(['=SUM(a)|', '=a*(b|', 'SUM(|'])('is not there in %s', (marked) => {
    const { text, caret } = caretIn(marked);
    expect(signatureAt(text, caret.end)).toBeNull();
  });
});

test.each([
  ['=(a+(b))|', [1, 7]],
  ['=(a+|(b))', [4, 6]],
  ['=|(a', null],
  ['="(|"', null],
])('the brackets at the caret of %s', (marked, expected) => {
  const { text, caret } = caretIn(marked);
  expect(matchingBrackets(text, caret.end)).toEqual(expected);
});

test('each line has one colour in a formula, in the order of first use', () => {
  const colours = referenceColours('=算力*2 + sum_of_all - 算力 + 无此名', indexSnapshot(snapshot()));
  expect([...colours]).toEqual([
    [2, 0],
    [3, 1],
  ]);
});

describe('an edit', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => {
    cancelEditing();
    closeSheet();
    vi.unstubAllGlobals();
  });

  const open = async (methods: Parameters<typeof fakeWorkbench>[0] = {}) => {
    const workbench = fakeWorkbench({ openSheet: snapshot, ...methods });
    await openSheet('sheet');
    select({ anchor: { row: 0, column: 3 }, focus: { row: 0, column: 3 } });
    return workbench;
  };
  const type = (text: string) => changeText(text, { start: text.length, end: text.length });

  test('begins with the content that the cell is calculated from, also where it is inherited', async () => {
    await open();
    select({ anchor: { row: 0, column: 4 }, focus: { row: 0, column: 4 } });
    startEditing({ mode: 'edit' });
    expect(editSession()).toMatchObject({ text: '1', before: '1' });
  });

  test('that changes nothing calls nobody', async () => {
    const { calls } = await open();
    startEditing({ mode: 'edit' });
    expect(commitEditing()).toBe(true);
    expect([editSession(), calls.length]).toEqual([null, 1]);
  });

  test('with a malformed formula stays open with its text and the place of the fault', async () => {
    const { calls } = await open();
    startEditing({ mode: 'type', text: '' });
    type('=1+)');
    expect(commitEditing()).toBe(false);
    expect(editSession()).toMatchObject({ text: '=1+)', refusal: { span: { start: 3, end: 4 } } });
    expect(calls).toHaveLength(1);
  });

  test('that the workbench refuses comes back with its text and the reason', async () => {
    await open({
      updateLine: () => {
        throw new AppError('invalid-name', message('sheet.nameTaken', { name: '算力' }));
      },
    });
    select({ anchor: { row: 0, column: 1 }, focus: { row: 0, column: 1 } });
    startEditing({ mode: 'edit' });
    type('算力');
    expect(commitEditing()).toBe(true);
    await vi.waitFor(() =>
      expect(editSession()).toMatchObject({ text: '算力', refusal: { message: { key: 'sheet.nameTaken' } } }),
    );
  });

  test('of a heading is of its text alone', async () => {
    await open();
    select({ anchor: { row: 3, column: 3 }, focus: { row: 3, column: 3 } });
    expect(startEditing({ mode: 'edit' })).toBe(false);
    select({ anchor: { row: 3, column: 0 }, focus: { row: 3, column: 0 } });
    expect(startEditing({ mode: 'edit' })).toBe(true);
  });

  test.each([
    ['=', true],
    ['=1+', true],
    ['=SUM(', true],
    ['=SUM(算力,', true],
    ['=算力', false],
    ['=(1)', false],
    ['=FACT(', false],
    ['=2*FACT("gpt', false],
    ['12', false],
  ])('with %s asks for a reference: %s', async (text, expected) => {
    await open();
    startEditing({ mode: 'type', text: '' });
    type(text);
    const session = editSession();
    expect(session !== null && canPoint(session)).toBe(expected);
  });

  test('takes the names of the cells pointed at: another click replaces, a drag makes a range', async () => {
    await open();
    startEditing({ mode: 'type', text: '' });
    type('=2*');
    const at = (row: number) => ({ row, column: 3 });
    const texts = [pointAt(at(0)) && editSession()?.text, pointAt(at(2)) && editSession()?.text];
    texts.push(pointAt(at(2), at(1)) && editSession()?.text);
    expect(texts).toEqual(['=2*算力租金', '=2*sum_of_all', '=2*算力:sum_of_all']);
    expect(pointAt(at(3))).toBe(false);
    expect(useSheetStore.getState().selection.anchor.row).toBe(0);
  });
});
