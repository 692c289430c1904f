/** Tables as spreadsheets take them from the clipboard: fields between tabs, in quotes where they hold a tab, a quote or a line break. */

export function printTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteField).join('\t')).join('\n');
}

function quoteField(field: string): string {
  return /["\t\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
