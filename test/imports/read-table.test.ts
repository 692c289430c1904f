/** Files as raw tables: encodings, separators, quotes, workbooks that are no good. */
import { deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { textOfCell } from '../../electron/imports/raw-table.ts';
import { readTable } from '../../electron/imports/read-table.ts';
import { printCsv } from '../../shared/csv.ts';
import { AppError } from '../../shared/errors.ts';
import { ENCODINGS, encode } from './encodings.ts';

const textsOf = (bytes: Uint8Array) => readTable(bytes).rows.map((row) => row.map(textOfCell));

function refusalOf(bytes: Uint8Array): string {
  try {
    readTable(bytes);
  } catch (error) {
    if (error instanceof AppError) return error.said.key;
    throw error;
  }
  return 'taken';
}

describe('A file of text', () => {
  test.each([
    [
      'commas',
      'a,b\n1,"2,3"',
      [
        ['a', 'b'],
        ['1', '2,3'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,5\t2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'semicolons',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'its own word for it',
      'sep=|\r\na,x|b\r\n1|2',
      [
        ['a,x', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quoted line breaks',
      'a,b\r\n"x\ny","say ""so"""\r\n',
      [
        ['a', 'b'],
        ['x\ny', 'say "so"'],
      ],
    ],
    [
      'a stray quotation mark',
      'a,b\n5" disk,2',
      [
        ['a', 'b'],
        ['5" disk', '2'],
      ],
    ],
    ['rows of several lengths', 'a,b,c\n1\n1,2,3,4', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
    ['guarded formulas', "a\n'=1+1\n'quoted\n''=x", [['a'], ['=1+1'], ["'quoted"], ["'=x"]]],
  ])('divided by %s', (_, text, rows) => {
    expect(textsOf(Buffer.from(text))).toEqual(rows);
  });

  test.each(ENCODINGS)('in %s is known by its bytes', (encoding) => {
    const bytes = encode('对象,数值\n文心一言,74.3万\n', encoding);
    expect(textsOf(bytes)).toEqual([
      ['对象', '数值'],
      ['文心一言', '74.3万'],
    ]);
    expect(readTable(bytes).encoding).toBe(encoding.split(' ')[0]);
  });

  test('written in any encoding comes back cell by cell', () => {
    const piece = fc.constantFrom(
      '"',
      ',',
      ';',
      '|',
      '\t',
      '\n',
      '\r\n',
      "'",
      '=',
      '+',
      '-',
      '@',
      ' ',
      '1',
      'x',
      '文',
      '—',
      '％',
      '𠀀',
      '😀',
    );
    const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(table, fc.constantFrom(...ENCODINGS), (rows, encoding) => {
        const headings = rows[0].map((_, column) => `列${column}`);
        expect(textsOf(encode(printCsv([headings, ...rows]), encoding))).toEqual([headings, ...rows]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('A workbook that is no good is refused:', () => {
  const good = () =>
    new Uint8Array(write({ SheetNames: ['S'], Sheets: { S: utils.aoa_to_sheet([['a'], [1]]) } }, { type: 'array' }));

  test('a bomb by its directory, before anything is unpacked', () => {
    const bytes = zipSync(
      { '[Content_Types].xml': strToU8('x'), 'xl/a.xml': new Uint8Array(700 * 1024 * 1024) },
      { level: 1 },
    );
    expect(bytes.length).toBeLessThan(10_000_000);
    expect(refusalOf(bytes)).toBe('import.packageTooLarge');
  });

  test('a bomb that says it is small', () => {
    const bytes = Buffer.from(zipSync({ 'xl/a.xml': new Uint8Array(50 * 1024 * 1024) }));
    const entry = bytes.indexOf(Buffer.from('PK\x01\x02'));
    bytes.writeUInt32LE(1000, entry + 24);
    expect(refusalOf(bytes)).toBe('import.packageTooLarge');
  });

  test.each<[string, () => Uint8Array]>([
    ['cut off', () => good().slice(0, -30)],
    ['cut off early', () => good().slice(0, 100)],
    ['with damaged content', () => good().map((byte, at) => (at > 60 && at < 200 ? byte ^ 0x55 : byte))],
    ['an archive of something else', () => zipSync({ 'hello.txt': strToU8('hello') })],
    [
      'a directory that points nowhere',
      () => Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.from('PK\x05\x06'), Buffer.alloc(18, 0xff)]),
    ],
    ['whose part says it is packed, and is not', () => good().map((byte, at) => (at === 8 ? 8 : byte))],
    ['deflated rubbish', () => Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(Buffer.alloc(100))])],
  ])('%s', (_, bytes) => {
    expect(['import.packageDamaged', 'import.packageTooLarge']).toContain(refusalOf(bytes()));
  });

  test('any byte of a good one changed gives a table or a refusal, never a crash', () => {
    const bytes = good();
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Uint8Array.from(bytes);
        changed[at] ^= change;
        expect(refusalOf(changed)).toMatch(/^taken$|^import\./);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  test('a sheet without anything, and a hidden one, are passed over', () => {
    const sheets = {
      Empty: utils.aoa_to_sheet([]),
      Hidden: utils.aoa_to_sheet([['h']]),
      Data: utils.aoa_to_sheet([['d']]),
      More: utils.aoa_to_sheet([['m']]),
    };
    const book = {
      SheetNames: Object.keys(sheets),
      Sheets: sheets,
      Workbook: { Sheets: [{}, { Hidden: 1 as const }, {}, {}] },
    };
    const bytes = new Uint8Array(write(book, { type: 'array' }));
    expect(readTable(bytes)).toMatchObject({ sheet: 'Data', sheets: ['Empty', 'Data', 'More'], rows: [['d']] });
    expect(readTable(bytes, 'More').rows).toEqual([['m']]);
    expect(readTable(bytes, 'Hidden').rows).toEqual([['d']]);
  });

  test('a formula without a result is a fault of its cell, one with a result is that', () => {
    const sheet = utils.aoa_to_sheet([['a', 'b']]);
    sheet.A2 = { t: 'n', f: '1+1', v: 2 };
    sheet.B2 = { t: 'n', f: "SUM('[other.xlsx]S'!A1)", v: 7 };
    sheet['!ref'] = 'A1:B2';
    const parts = unzipSync(
      new Uint8Array(write({ SheetNames: ['S'], Sheets: { S: sheet } }, { type: 'array', bookType: 'xlsm' })),
    );
    const cells = strFromU8(parts['xl/worksheets/sheet1.xml']);
    const bytes = zipSync({ ...parts, 'xl/worksheets/sheet1.xml': strToU8(cells.replace('<v>7</v>', '')) });
    const [, row] = readTable(bytes).rows;
    expect(row).toMatchObject([{ number: 2 }, { fault: { key: 'import.formulaWithoutValue' } }]);
  });
});
