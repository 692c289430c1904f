import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOfDocument, documentOfDefinition } from '../../shared/definition-document.ts';
import { AppError } from '../../shared/errors.ts';
import { findJsonFault } from '../../shared/json-fault.ts';
import { periodsOf, type TimeAxis } from '../../shared/periods.ts';
import type { SheetDocument } from '../../shared/sheet.ts';
import { readDefinition, writeDefinition } from '../../shared/sheet-definition.ts';

const string = fc.string({ unit: 'grapheme', maxLength: 8 });
const localText = fc.record({ zh: string, en: string });
const content = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });

const axes: (TimeAxis | null)[] = [
  null,
  { grain: 'year', start: '2023', count: 3 },
  { grain: 'fiscal-quarter', start: 'FY24Q3', count: 3 },
];

const line = fc.record({
  kind: fc.constantFrom('line' as const, 'line' as const, 'heading' as const),
  name: fc.stringMatching(/^[a-z万_]\w{0,5}$/u).filter((name) => name !== ''),
  label: localText,
  unit: fc.constantFrom('', 'USD', '万元'),
  format: fc.record({ decimals: fc.option(fc.nat(15)), grouping: fc.boolean() }),
  note: localText,
  sources: fc.array(fc.record({ sourceId: content, place: string, wording: string }), { maxLength: 2 }),
  reported: fc.option(
    fc.record({
      value: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      text: string,
      step: fc.double({ min: 0, max: 1e9, noNaN: true }),
      period: fc.constant(''),
    }),
  ),
  contents: fc.array(fc.tuple(fc.nat(3), fc.nat(3), content), { maxLength: 6 }),
});

/** Documents of every shape: names of scenarios that are the same, empty, or no keys. */
const documents: fc.Arbitrary<SheetDocument> = fc
  .record({
    title: localText,
    note: localText,
    timeAxis: fc.constantFrom(...axes),
    customUnits: fc.array(fc.record({ name: content, definition: string }), { maxLength: 2 }),
    scenarios: fc.array(
      fc.record({
        name: fc.oneof(localText, fc.constant({ zh: '__proto__', en: '' })),
        note: localText,
        parent: fc.nat(5),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    lines: fc.array(line, { maxLength: 6 }),
  })
  .map(({ scenarios, lines, ...sheet }) => {
    const periods = ['', ...periodsOf(sheet.timeAxis)];
    const cells = new Map(
      lines.flatMap(({ kind, contents }, at) =>
        contents
          .filter(() => kind === 'line')
          .map(([scenario, period, content]) => {
            const cell = {
              lineId: at + 1,
              scenarioId: (scenario % scenarios.length) + 1,
              period: periods[period % periods.length],
              content,
            };
            return [`${cell.lineId}/${cell.scenarioId}/${cell.period}`, cell] as const;
          }),
      ),
    );
    return {
      sheet: { id: 's', templateId: null, ...sheet },
      scenarios: scenarios.map(({ parent, ...scenario }, at) => ({
        ...scenario,
        id: at + 1,
        position: at * 2,
        parentId: at === 0 || parent > 3 ? null : (parent % at) + 1,
      })),
      lines: lines.map(({ contents: _, ...each }, at) => {
        const heading = { name: '', unit: '', format: { decimals: null, grouping: true }, sources: [], reported: null };
        return { ...each, ...(each.kind === 'heading' ? heading : {}), id: at + 1, position: at };
      }),
      cells: [...cells.values()],
    };
  });

function counter() {
  let used = 100;
  return () => {
    used += 1;
    return used;
  };
}

describe('a sheet as a file', () => {
  it('gives the same text when it is written, read and written again', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const written = writeDefinition(definitionOfDocument(document));
        const read = documentOfDefinition(readDefinition(written), { id: 's', templateId: null, nextId: counter() });
        expect(writeDefinition(definitionOfDocument(read))).toBe(written);
        expect(read.cells).toHaveLength(document.cells.length);
        expect(read.lines).toMatchObject(document.lines.map(({ id: _, position: __, ...rest }) => rest));
      }),
    );
  });

  it('broken off anywhere is refused as an AppError, never read as something else', () => {
    fc.assert(
      fc.property(documents, fc.double({ min: 0, max: 0.999, noNaN: true }), (document, share) => {
        const written = writeDefinition(definitionOfDocument(document)).trimEnd();
        const cut = written.slice(0, Math.floor(written.length * share));
        expect(() => readDefinition(cut)).toThrow(AppError);
        expect(findJsonFault(cut)).toMatchObject({ truncated: true });
      }),
    );
  });
});

describe('findJsonFault', () => {
  it('finds a fault exactly where JSON.parse refuses', () => {
    const snippets = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '1',
      '-0.5e3',
      'true',
      'null',
      ' ',
      '\n',
      '"',
      '\\',
      'x',
      '01',
      "'",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(snippets, { maxLength: 12 }).map((all) => all.join('')),
        ),
        (text) => {
          let isJson = true;
          try {
            JSON.parse(text);
          } catch {
            isJson = false;
          }
          expect(findJsonFault(text) === null).toBe(isJson);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{"a": 1,\n "b": x}', { line: 2, column: 7, truncated: false }],
    ['{"a": 1,\n "b": tr', { line: 2, column: 7, truncated: true }],
    ['[1, 2', { line: 1, column: 6, truncated: true }],
    ['[1, 2}', { line: 1, column: 6, truncated: false }],
    ['{"a" 1}', { line: 1, column: 6, truncated: false }],
    ['{"a": "x\n"}', { line: 1, column: 7, truncated: false }],
    ['', { line: 1, column: 1, truncated: true }],
    ['{} {}', { line: 1, column: 4, truncated: false }],
  ])('%j', (text, fault) => {
    expect(findJsonFault(text)).toEqual(fault);
  });
});
