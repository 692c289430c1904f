/**
 * Names of edits of a line, a scenario and the sheet itself, for the undo menu and the history: which
 * field changed and, where that is short, from what to what: `Unit 万元 → 亿元 (Training cost)`.
 */
import { inBoth, textOf } from '../../shared/both-languages.ts';
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import { formatMessage, type Message, type MessageKey, message } from '../../shared/messages.ts';
import type { Line, NumberFormat, Scenario, Sheet } from '../../shared/sheet.ts';

type Field<T> = {
  name: MessageKey;
  /** What tells one state of the field from another. */
  key: (of: T) => string;
  /** How a state is said; left out where that would be too long for a menu. */
  said?: (of: T) => LocalText;
};

const LONGEST = 40;

const LINE_FIELDS: Field<Line>[] = [
  { name: 'sheet.fieldLabel', key: ({ label }) => JSON.stringify(label), said: ({ label }) => label },
  { name: 'sheet.fieldName', key: ({ name }) => name, said: ({ name }) => sameInBoth(name) },
  { name: 'sheet.fieldUnit', key: ({ unit }) => unit, said: ({ unit }) => sameInBoth(unit) },
  { name: 'sheet.fieldFormat', key: ({ format }) => JSON.stringify(format), said: ({ format }) => sayFormat(format) },
  {
    name: 'sheet.fieldReported',
    key: ({ reported }) => JSON.stringify(reported),
    said: ({ reported }) => sameInBoth(reported?.text ?? ''),
  },
  { name: 'sheet.fieldNote', key: ({ note }) => JSON.stringify(note) },
  { name: 'sheet.fieldSources', key: ({ sources }) => JSON.stringify(sources) },
];

const SHEET_FIELDS: Field<Sheet>[] = [
  { name: 'sheet.fieldTitle', key: ({ title }) => JSON.stringify(title), said: ({ title }) => title },
  { name: 'sheet.fieldNote', key: ({ note }) => JSON.stringify(note) },
  { name: 'sheet.fieldTimeAxis', key: ({ timeAxis }) => JSON.stringify(timeAxis) },
];

/** Of a line whose fields go from those of `before` to those of `after`. */
export function labelOfLineEdit(before: Line, after: Line): Message {
  const line = inBoth('line', titleOf(after));
  const changed = LINE_FIELDS.filter(({ key }) => key(before) !== key(after));
  const [field] = changed;
  if (field === undefined) return message('sheet.editLine', line);
  if (changed.length === 1 && field.name === 'sheet.fieldSources') return labelOfSources(before, after);
  if (changed.length > 1 || field.said === undefined) {
    const fields = { zh: listed(changed, 'zh', '、'), en: listed(changed, 'en', ', ') };
    return message('sheet.editLineFields', { ...inBoth('fields', fields), ...line });
  }
  const step = stepOf(field, before, after);
  // A label says itself which line it is of.
  if (field.name === 'sheet.fieldLabel') return message('sheet.editField', step);
  return message('sheet.editLineField', { ...step, ...line });
}

/** Of the sheet's own title, note or time axis. */
export function labelOfSheetEdit(before: Sheet, after: Sheet): Message {
  const changed = SHEET_FIELDS.filter(({ key }) => key(before) !== key(after));
  const [field] = changed;
  if (changed.length !== 1 || field === undefined) return message('sheet.editSheet');
  if (field.said === undefined) return message('sheet.editSheetField', inBoth('field', message(field.name)));
  return message('sheet.editField', stepOf(field, before, after));
}

/** Of a scenario's name, parent or note; `parentName` is that of the parent it gets, null for none. */
export function labelOfScenarioEdit(before: Scenario, after: Scenario, parentName: LocalText | null): Message {
  const scenario = inBoth('scenario', after.name);
  const isRenamed = JSON.stringify(before.name) !== JSON.stringify(after.name);
  const hasNewParent = before.parentId !== after.parentId;
  const hasNewNote = JSON.stringify(before.note) !== JSON.stringify(after.note);
  if (Number(isRenamed) + Number(hasNewParent) + Number(hasNewNote) !== 1) {
    return message('sheet.editScenario', scenario);
  }
  if (hasNewNote) return message('sheet.editScenarioNote', scenario);
  if (isRenamed) return message('sheet.editScenarioRenamed', { ...inBoth('before', before.name), ...scenario });
  const parent = parentName ?? message('sheet.fieldEmpty');
  return message('sheet.editScenarioParent', { ...scenario, ...inBoth('parent', parent) });
}

/** What a line is called where people read: its label, or its name where it has none. */
export function titleOf({ name, label }: Line): LocalText {
  return label.zh || label.en ? label : sameInBoth(name);
}

/** `text` as short as a menu wants it. */
export function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
}

function labelOfSources(before: Line, after: Line): Message {
  const difference = after.sources.length - before.sources.length;
  const key =
    difference > 0 ? 'sheet.editSourceAdded' : difference < 0 ? 'sheet.editSourceRemoved' : 'sheet.editSource';
  return message(key, inBoth('line', titleOf(after)));
}

function stepOf<T>({ name, said }: Field<T>, before: T, after: T) {
  const from = stateOf(said?.(before));
  const to = stateOf(said?.(after));
  // Where only the other language's text changed, that one is said.
  const zh = from.zh === to.zh ? 'en' : 'zh';
  const en = from.en === to.en ? 'zh' : 'en';
  return {
    ...inBoth('field', message(name)),
    ...inBoth('before', { zh: from[zh], en: from[en] }),
    ...inBoth('after', { zh: to[zh], en: to[en] }),
  };
}

function stateOf(said: LocalText = sameInBoth('')): LocalText {
  if (said.zh || said.en) return { zh: shortened(said.zh || said.en), en: shortened(said.en || said.zh) };
  return textOf(message('sheet.fieldEmpty'));
}

function sayFormat({ decimals, grouping }: NumberFormat): LocalText {
  const digits = decimals === null ? message('sheet.formatAutomatic') : message('sheet.formatDecimals', { decimals });
  return textOf(grouping ? message('sheet.formatGrouped', inBoth('digits', digits)) : digits);
}

function listed<T>(fields: readonly Field<T>[], language: 'zh' | 'en', separator: string): string {
  return fields.map(({ name }) => formatMessage(message(name), language)).join(separator);
}
