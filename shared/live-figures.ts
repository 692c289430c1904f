/**
 * Live figures: one fact, one value of a series or one cell of a sheet, named in a few characters and shown
 * with its value, unit and source wherever it stands: in a note between braces, as a column of the watchlist.
 *
 *     fact:004/6/…                          the fact that is used of it
 *     series:capex/meta/…                   its latest value; |2024Q1 that period's; |yoy transformed; |2024Q1|ttm both
 *     sheet:SHEET/LINE                      its base scenario; SHEET/LINE/SCENARIO; SHEET/LINE/SCENARIO/PERIOD
 *
 * A line is named by its id or as formulas call it, a scenario by its id or name. Without a period a sheet with a
 * time axis gives the last one that has a value. What is in the place of `yoy` is what SERIES() takes there.
 */
import { z } from 'zod';
import { idSchema, qualifierSchema } from './facts.ts';
import { localTextSchema } from './language.ts';
import { messageSchema } from './messages.ts';
import { grainSchema, isPeriodLabel } from './periods.ts';
import { transformSchema } from './series.ts';

const LONGEST_REF = 500;

/** One that has the form; `getFigures` takes any text and says of what has not that it is malformed. */
export const figureRefSchema = z
  .string()
  .max(LONGEST_REF)
  .regex(/^(fact|series|sheet):\S/u);

export const liveFigureSchema = z.object({
  /** As asked for. */
  ref: z.string().max(LONGEST_REF),
  /** `gone`: what it names does not exist (any more), or is malformed; `message` says which. `error`: a cell's or a transform's. */
  state: z.enum(['ok', 'gone', 'error']),
  message: messageSchema.nullable(),
  /** In `unit`; null where the figure is text, and of an empty cell. A change is in `%`. */
  value: z.number().nullable(),
  text: z.string(),
  unit: z.string(),
  /** Of a figure computed from several of which one is not exact: `≈`. */
  qualifier: qualifierSchema,
  /** Of a fact its date, of a series or sheet the period's label; '' for none. */
  date: z.string(),
  name: localTextSchema,
  /** Of a fact, of the filing or file that an observation came from, or of the sheet; '' where there is none. */
  sourceTitle: localTextSchema,
  /** Of a fact as there; of a cell its scenario; of an import the day from which it is known. */
  place: z.string(),
  /** The fact that is used. */
  factId: idSchema.nullable(),
  seriesId: idSchema.nullable(),
  sheetId: z.string().nullable(),
  isDemonstration: z.boolean(),
});
export type LiveFigure = z.infer<typeof liveFigureSchema>;

export type FigureRef =
  | { kind: 'fact'; factId: string }
  /** `period` '' is the latest, `how` '' the value itself. */
  | { kind: 'series'; seriesId: string; period: string; how: string }
  /** `scenario` '' is the base, `period` '' the last with a value. */
  | { kind: 'sheet'; sheetId: string; line: string; scenario: string; period: string };

/** What stands in the place of a transform; whether a series has it depends on its periods. */
const WAYS: readonly string[] = [...transformSchema.options, 'sum', 'mean', 'average'];
const LATEST = 'latest';

/** Null of what has none of the three forms. */
export function parseFigureRef(ref: string): FigureRef | null {
  const colon = ref.indexOf(':');
  const rest = ref.slice(colon + 1);
  if (rest.trim() === '') return null;
  switch (ref.slice(0, colon)) {
    case 'fact':
      return { kind: 'fact', factId: rest };
    case 'series':
      return parseSeriesRef(rest);
    case 'sheet':
      return parseCellRef(rest);
    default:
      return null;
  }
}

/** `SHEET/LINE/SCENARIO/PERIOD`, the last two as far as they are wanted. */
export function parseCellRef(path: string): Extract<FigureRef, { kind: 'sheet' }> | null {
  const [sheetId, line, scenario = '', period = '', ...more] = path.split('/').map((part) => part.trim());
  if (!sheetId || !line || more.length > 0) return null;
  return { kind: 'sheet', sheetId, line, scenario, period };
}

/** An id may have `|` in it: only what reads as a period or a way behind it is one. */
function parseSeriesRef(rest: string): FigureRef {
  const parts = rest.split('|');
  let [period, how] = ['', ''];
  while (parts.length > 1) {
    const part = (parts.at(-1) ?? '').trim();
    const word = part.toLowerCase();
    if (how === '' && WAYS.includes(word)) how = word;
    else if (period === '' && isPeriod(part)) period = part;
    else break;
    parts.pop();
  }
  return { kind: 'series', seriesId: parts.join('|'), period: period.toLowerCase() === LATEST ? '' : period, how };
}

function isPeriod(text: string): boolean {
  return text.toLowerCase() === LATEST || grainSchema.options.some((grain) => isPeriodLabel(grain, text));
}
