/** Tables as spreadsheets put them on the clipboard, read back; and as HTML. Printed as TSV by ui/tsv.ts. */

const MARK = 'data-plumbline-mark';

/** `a\tb\n"x ""y"""\tz` is `[['a', 'b'], ['x "y"', 'z']]`. The line break at the end makes no row. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const body = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (at <= body.length) {
    const { field, end } = fieldAt(body, at);
    row.push(field);
    if (body[end] !== '\t') {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

function fieldAt(text: string, start: number): { field: string; end: number } {
  if (text[start] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\n]|$)/y;
    quoted.lastIndex = start;
    const match = quoted.exec(text);
    if (match !== null) return { field: match[1].replaceAll('""', '"'), end: start + match[0].length };
  }
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end++;
  return { field: text.slice(start, end), end };
}

/**
 * What is copied, row by row: as other programs take it (`texts`), as Plumbline itself pastes it (`contents`:
 * formulas, not their values), and what is said of the row (`marks`, '' for nothing).
 */
export type CopiedTables = { texts: string[][]; contents: string[][]; marks: string[] };

/**
 * The mark of a row stands in a cell of its own behind the row: every number stays where it was copied to, and
 * the mark stays beside it when rows are sorted, filtered or copied on.
 */
export function withMarks({ texts, marks }: Omit<CopiedTables, 'contents'>): string[][] {
  return texts.map((row, at) => (marks[at] === '' ? row : [...row, marks[at]]));
}

/**
 * A table as HTML, which Excel prefers; the contents go along in an attribute that other programs pass over.
 * A mark is for those others: Plumbline pastes formulas, whose cells are marked by what they take.
 */
export function printHtml({ texts, contents, marks }: CopiedTables): string {
  const rows = texts.map((row, at) => {
    const cells = row.map((text, i) => `<td data-plumbline="${escapeHtml(contents[at][i])}">${escapeHtml(text)}</td>`);
    if (marks[at] !== '') cells.push(`<td ${MARK}>${escapeHtml(marks[at])}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

/** The contents out of HTML that Plumbline wrote; null for that of another program. */
export function parseOwnHtml(html: string): string[][] | null {
  if (!html.includes('data-plumbline=')) return null;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const rows = [...page.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll(`td:not([${MARK}])`)].map(
      (cell) => cell.getAttribute('data-plumbline') ?? cell.textContent ?? '',
    ),
  );
  return rows.length === 0 ? null : rows;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
