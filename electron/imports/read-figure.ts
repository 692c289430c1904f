/**
 * The figure in a cell: `74.3万`, `12%`, `约 2,800`, `≥ 3 亿元`, `$1.2bn`, or a number as a workbook holds it.
 *
 *     readFigure('约 1.6万 GPU')   // { value: 16000, unit: 'GPU', qualifier: '≈' }
 */
import { QUALIFIER_WORDS } from '../../shared/fact-columns.ts';
import type { Qualifier } from '../../shared/facts.ts';
import { foldText } from '../../shared/formula/characters.ts';
import { type Message, message } from '../../shared/messages.ts';
import { parseEntry } from '../../shared/number-entry.ts';
import { type RawCell, textOfCell } from './raw-table.ts';

export type ReadFigure = {
  value: number;
  /** As written with the number: `%`, `GPU`, `USD` of a dollar sign; '' where there is none. */
  unit: string;
  /** Null where none is written before the number. */
  qualifier: Qualifier | null;
};

const CURRENCY_UNITS: Readonly<Record<string, string>> = { $: 'USD', '¥': 'CNY', '€': 'EUR', '£': 'GBP' };

/** Null of an empty cell; a message where the cell holds anything but a number. */
export function readFigure(cell: RawCell | undefined): ReadFigure | Message | null {
  if (cell === undefined) return null;
  if (typeof cell === 'string') return readText(cell);
  if (cell.fault !== undefined) return cell.fault;
  if (cell.date !== undefined) return message('import.dateAsNumber', { value: cell.text });
  if (cell.number === undefined) return readText(cell.text);
  return { value: cell.number, unit: cell.isPercent ? '%' : '', qualifier: null };
}

function readText(text: string): ReadFigure | Message | null {
  const [qualifier, rest] = divideQualifier(foldText(text).trim());
  const entry = parseEntry(rest);
  switch (entry.kind) {
    case 'empty':
      return qualifier === null ? null : message('import.noNumber', { value: text });
    case 'formula':
      return message('import.formulaAsText');
    case 'number': {
      const value = entry.percent ? Number((entry.value * 100).toPrecision(15)) : entry.value;
      const unit = entry.percent ? '%' : (entry.unit ?? CURRENCY_UNITS[entry.currency ?? ''] ?? '');
      return { value, unit, qualifier };
    }
    default:
      return message('import.noNumber', { value: text });
  }
}

/** A sign of equality before a number is the beginning of a formula. */
function divideQualifier(text: string): [Qualifier | null, string] {
  const lower = text.toLowerCase();
  const found = QUALIFIER_WORDS.find(([word]) => word !== '=' && lower.startsWith(word));
  return found === undefined ? [null, text] : [found[1], text.slice(found[0].length).trim()];
}

/** A qualifier as a cell of its own; null where it is none. An empty one is `=`. */
export function readQualifier(text: string): Qualifier | null {
  const word = foldText(text).trim().toLowerCase();
  if (word === '') return '=';
  return QUALIFIER_WORDS.find(([each]) => each === word)?.[1] ?? null;
}

const NOTHING = /^[-–—―/_.…]*$|^n\.?\/?a\.?$|^(null|none|无|暂无|未披露)$/i;

/** Empty, a dash, or a word for nothing. */
export function isNothing(cell: RawCell | undefined): boolean {
  return NOTHING.test(textOfCell(cell).trim());
}
