/** Tables as spreadsheets put them on the clipboard, read back; and as HTML. Printed as TSV by ui/tsv.ts. */

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
 * A table as HTML, which Excel prefers; `contents` (what Plumbline itself pastes: formulas,
 * not their values) goes along in an attribute that other programs pass over.
 */
export function printHtml(texts: readonly (readonly string[])[], contents: readonly (readonly string[])[]): string {
  const rows = texts.map((row, at) => {
    const cells = row.map((text, i) => `<td data-plumbline="${escapeHtml(contents[at][i])}">${escapeHtml(text)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

/** The contents out of HTML that Plumbline wrote; null for that of another program. */
export function parseOwnHtml(html: string): string[][] | null {
  if (!html.includes('data-plumbline=')) return null;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const rows = [...page.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('td')].map((cell) => cell.getAttribute('data-plumbline') ?? cell.textContent ?? ''),
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
