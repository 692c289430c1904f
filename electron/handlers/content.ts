/**
 * Content on its way into a cell: formulas are checked, numbers brought into their plain form in the
 * line's unit. What is neither stays as it was typed.
 */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import { checkName, nameKey } from '../../shared/formula/names.ts';
import { parseFormula } from '../../shared/formula/parse.ts';
import { message } from '../../shared/messages.ts';
import { parseEntry } from '../../shared/number-entry.ts';
import type { SheetDefinition } from '../../shared/sheet-definition.ts';
import { type Place, type ReadContent, readNumber } from './number-content.ts';
import { checkUnitOfLine } from './units.ts';

/** The content to store. Throws AppError 'formula-syntax' or 'invalid-value'. */
export function readContent(typed: string, place: Place): ReadContent {
  const { unit } = place;
  const entry = parseEntry(typed);
  switch (entry.kind) {
    case 'empty':
      return { content: null, unit };
    case 'formula':
      checkFormula(typed.trim(), place);
      return { content: typed.trim(), unit };
    case 'boolean':
      return { content: entry.value ? 'TRUE' : 'FALSE', unit };
    case 'number':
      return readNumber(entry, typed, place);
    case 'text':
      return { content: typed, unit };
  }
}

function checkFormula(formula: string, { name, scenario }: Pick<Place, 'name' | 'scenario'>): void {
  const parsed = parseFormula(formula);
  if (parsed.ok) return;
  const { span, message: reason } = parsed.error;
  throw new AppError(
    'formula-syntax',
    message('sheet.formulaSyntax', {
      name,
      position: span.start + 1,
      ...inBoth('scenario', scenario),
      ...inBoth('reason', reason),
    }),
    { position: span.start, length: span.end - span.start, name },
  );
}

/** Checks what the file format leaves open: names and units of lines, and formulas. Throws AppError. */
export function checkDefinition(definition: SheetDefinition): void {
  const scenarioNames = new Map(definition.scenarios.map(({ key, name }) => [key, name]));
  const taken = new Set<string>();
  for (const line of definition.lines) {
    if ('heading' in line) continue;
    const { name } = line;
    const fault = checkName(name) ?? (taken.has(nameKey(name)) ? message('sheet.nameTaken', { name }) : null);
    if (fault !== null) throw new AppError('invalid-name', fault, { name });
    taken.add(nameKey(name));
    checkUnitOfLine({ customUnits: definition.units }, name, line.unit);
    for (const [key, byPeriod] of Object.entries(line.cells)) {
      const scenario = scenarioNames.get(key) ?? { zh: key, en: key };
      for (const content of typeof byPeriod === 'string' ? [byPeriod] : Object.values(byPeriod)) {
        if (parseEntry(content).kind === 'formula') checkFormula(content, { name, scenario });
      }
    }
  }
}
