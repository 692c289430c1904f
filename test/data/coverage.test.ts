/**
 * How many of the reports' numbers the facts cover. What is left are telephone numbers, addresses, dates of
 * other reports and the like; the counts may only fall.
 */
import { describe, expect, it } from 'vitest';
import { findReportText, TEXT_IS_ABSENT } from './report-text.ts';
import { uncoveredNumbers } from './uncovered.ts';

/** By report: how many numbers no fact covers, at most. */
const UNCOVERED: [string, number][] = [
  ['000', 17],
  ['001', 3],
  ['002', 28],
  ['003', 88],
  ['004', 90],
];

describe('numbers of the reports', () => {
  it.for(UNCOVERED)('%s: all but %i are covered', ([sourceId, most], { skip }) => {
    const text = findReportText(sourceId);
    if (text === undefined) return skip(TEXT_IS_ABSENT);
    const left = uncoveredNumbers(sourceId, text);
    expect(left.length, left.join('\n')).toBeLessThanOrEqual(most);
  });
});
