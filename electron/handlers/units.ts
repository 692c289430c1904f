/** Units of a sheet: checked as typed, and added. */
import { inBoth } from '../../shared/both-languages.ts';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import type { CustomUnit, Sheet } from '../../shared/sheet.ts';
import type { Handlers } from '../dispatch.ts';
import type { Unit } from '../engine/units/unit.ts';
import { type UnitFault, UnitWords } from '../engine/units/unit-words.ts';
import type { Context } from './context.ts';
import { edit } from './edit.ts';

export function unitHandlers(context: Context): Pick<Handlers, 'addUnit' | 'checkUnit'> {
  return {
    addUnit: ({ sheetId, unit }, caller) => {
      const { sheet } = context.sheets.get(sheetId).index;
      checkNewUnit(sheet, unit);
      const changed = { ...sheet, customUnits: [...sheet.customUnits, unit] };
      const label = message('sheet.editUnitAdded', { unit: unit.name });
      return edit(context, caller, sheetId, label, [{ change: 'putSheet', sheet: changed }]);
    },
    checkUnit: ({ sheetId, unit }) => {
      const reading = unitWordsOf(context.sheets.get(sheetId).index.sheet).read(unit);
      if (reading.ok) return { ok: true, message: null, unknownWord: null };
      return { ok: false, message: reading.fault.message, unknownWord: reading.fault.unknownWord };
    },
  };
}

const words = new WeakMap<readonly CustomUnit[], UnitWords>();

/** The words that units of the sheet are written with. */
export function unitWordsOf({ customUnits }: Pick<Sheet, 'customUnits'>): UnitWords {
  let known = words.get(customUnits);
  if (known === undefined) {
    known = new UnitWords(customUnits);
    words.set(customUnits, known);
  }
  return known;
}

/** Throws AppError 'invalid-unit'. */
export function getUnit(sheet: Pick<Sheet, 'customUnits'>, text: string): Unit {
  const reading = unitWordsOf(sheet).read(text);
  if (!reading.ok) throw invalidUnit(reading.fault);
  return reading.unit;
}

/** Throws AppError 'invalid-unit' that names the line. */
export function checkUnitOfLine(sheet: Pick<Sheet, 'customUnits'>, name: string, text: string): void {
  const reading = unitWordsOf(sheet).read(text);
  if (reading.ok) return;
  const { message: reason, position, length } = reading.fault;
  const said = message('sheet.unitOfLine', { name, unit: text, ...inBoth('reason', reason) });
  throw new AppError('invalid-unit', said, { position, length, name });
}

const DEFINITION = /^\s*(?:(?!0+(?:\.0*)?\s)\d+(?:\.\d+)?(?:e\d+)?\s*[*×]?)?\s*(\S.*)$/i;

function checkNewUnit(sheet: Sheet, unit: CustomUnit): void {
  if (unitWordsOf(sheet).read(unit.name).ok) {
    throw new AppError('invalid-unit', message('sheet.unitKnown', { unit: unit.name }));
  }
  getUnit({ customUnits: [...sheet.customUnits, { name: unit.name, definition: '' }] }, unit.name);
  if (unit.definition === '') return;
  const [, measured] = DEFINITION.exec(unit.definition) ?? [];
  if (measured === undefined) {
    throw new AppError('invalid-unit', message('sheet.unitDefinition', { definition: unit.definition }));
  }
  getUnit(sheet, measured);
}

function invalidUnit({ message: said, position, length }: UnitFault): AppError {
  return new AppError('invalid-unit', said, { position, length });
}
