/** Quarterly capital expenditure against the list that it was compiled from, where that is here. */
import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { factsOf } from './bundled-data.ts';

const LIST = new URL('../../../shared/facts/capex-quarterly.csv', import.meta.url);
const SUBJECTS: Record<string, string> = { Meta: 'meta', Microsoft: 'microsoft', Alphabet: 'google', Amazon: 'amazon' };

/** The definitions of the list, shortened to settings. */
const SETTINGS: [string, string][] = [
  ['capex incl. finance-lease principal', 'incl. finance-lease principal'],
  ['capital expenditures incl. finance leases', 'incl. finance leases'],
  ['additions to property and equipment', 'additions to P&E'],
  ['purchases of property and equipment (gross', 'purchases of P&E'],
  ['purchases of property and equipment, net of proceeds (', 'purchases of P&E, net of proceeds'],
  ['purchases of property and equipment, net of proceeds from', 'purchases of P&E, net of proceeds and incentives'],
];

describe('quarterly capital expenditure', () => {
  it('is what the list says: company, quarter, definition, value and confidence', ({ skip }) => {
    if (!existsSync(LIST)) return skip('the list is not here (../shared/facts)');
    const text = readFileSync(LIST, 'utf8').replace(/^\ufeff/, '');
    const { data: rows } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    const wanted = rows.map((row) => [
      SUBJECTS[row.company],
      row.calendar_quarter,
      SETTINGS.find(([definition]) => row.definition.startsWith(definition))?.[1],
      Number(row.value_usd_million),
      '百万USD',
      row.confidence,
    ]);
    const found = factsOf('capex-quarterly').map(({ subjectId, date, setting, value, unit, confidence }) => [
      subjectId,
      date,
      setting,
      value,
      unit,
      confidence,
    ]);
    expect(found.map(String).toSorted()).toEqual(wanted.map(String).toSorted());
  });
});
