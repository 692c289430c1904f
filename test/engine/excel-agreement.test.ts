/**
 * Does Plumbline calculate as Excel does? Its results beside Excel's documentation, LibreOffice and
 * HyperFormula.
 *
 * Where the documentation gives a value (fixtures/excel-formulas.ts), that counts. Otherwise, where
 * the two programs agree, Plumbline agrees with them; where they differ from each other, it agrees
 * with one of them. LibreOffice says #VALUE! for most errors and treats booleans in cells as
 * numbers; HyperFormula lacks some functions: what either cannot know, it does not judge.
 */
import { expect, test } from 'vitest';
import { evaluateFormula } from '../../electron/engine/evaluate.ts';
import { isCalcError } from '../../shared/values.ts';
import { documented, formulas, inputs } from '../fixtures/excel-formulas.ts';
import { calculateWithHyperFormula, calculateWithLibreOffice, type Outcome } from '../fixtures/spreadsheet-results.ts';
import { findLibreOffice } from '../setup/find-libreoffice.ts';

const lets = Object.fromEntries(inputs.map(({ content }, row) => [`v${row + 1}`, content]));

function calculate(formula: string): Outcome {
  const { value } = evaluateFormula({ formula: `=${formula}`, let: lets, unit: '' });
  return isCalcError(value) ? { error: value.error } : value;
}

function isError(outcome: Outcome): outcome is { error: string } {
  return typeof outcome === 'object' && outcome !== null;
}

/** A formula that gives an empty cell shows 0. */
function isSame(own: Outcome, other: Outcome): boolean {
  if (isError(own) || isError(other)) return isError(own) && isError(other) && own.error === other.error;
  const [a, b] = [own ?? 0, other ?? 0];
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** LibreOffice tells errors apart less finely than Excel. */
function isSameToLibreOffice(own: Outcome, other: Outcome): boolean {
  return isError(own) && isError(other) ? true : isSame(own, other);
}

/** HyperFormula does not know the function or the notation. */
function isUnknown(outcome: Outcome): boolean {
  return isError(outcome) && (outcome.error === '#NAME?' || outcome.error === '#ERROR!');
}

const show = (outcome: Outcome) => (isError(outcome) ? outcome.error : JSON.stringify(outcome));

test.each([...documented])('%s is as Excel documents it', (formula, expected) => {
  expect(show(calculate(formula))).toSatisfy(() => isSame(calculate(formula), expected), show(expected));
});

const undocumented = [...new Set(formulas)].filter((formula) => !documented.has(formula));

test(`${undocumented.length} formulas agree with HyperFormula or LibreOffice`, { timeout: 120_000 }, () => {
  const soffice = findLibreOffice();
  const theirs = calculateWithHyperFormula(undocumented);
  const office = soffice === null ? null : calculateWithLibreOffice(soffice, undocumented);
  const disagreements = undocumented.flatMap((formula, index) => {
    const own = calculate(formula);
    const agreesWithHyperFormula = isSame(own, theirs[index]);
    const agreesWithOffice = office !== null && isSameToLibreOffice(own, office[index]);
    if (agreesWithHyperFormula || agreesWithOffice) return [];
    if (office === null && isUnknown(theirs[index])) return [];
    return [
      `${formula}: ${show(own)}, HyperFormula ${show(theirs[index])}, LibreOffice ${office && show(office[index])}`,
    ];
  });
  expect(disagreements).toEqual([]);
});
