/**
 * A fact as it is typed into a form: texts only, and the way from there to fields of the contract and
 * back. A figure that reads as a number is one (`88.6`, `1.6万`, `92%`, `1,600 GPU`); any other is text.
 */
import type { FactDraft } from '../../shared/fact-methods.ts';
import { CONFIDENCES, type Fact, type FactFields, QUALIFIERS } from '../../shared/facts.ts';
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import { parseEntry } from '../../shared/number-entry.ts';

export type FactEntry = {
  subject: string;
  metric: string;
  setting: string;
  figure: string;
  unit: string;
  qualifier: string;
  date: string;
  confidence: string;
  note: string;
  /** What should have been printed; '' where the printed figure is right. */
  corrected: string;
  reason: string;
};

export const NO_ENTRY: FactEntry = {
  subject: '',
  metric: '',
  setting: '',
  figure: '',
  unit: '',
  qualifier: '=',
  date: '',
  confidence: 'printed',
  note: '',
  corrected: '',
  reason: '',
};

type Naming = { subject: string; metric: string; local: (text: LocalText) => string };

export function entryOf(fact: FactFields, { subject, metric, local }: Naming): FactEntry {
  const { setting, unit, qualifier, date, confidence, note, correction } = fact;
  return {
    subject,
    metric,
    setting,
    figure: figureEntry(fact),
    unit,
    qualifier,
    date,
    confidence,
    note: local(note),
    corrected: correction ? figureEntry(correction) : '',
    reason: correction ? local(correction.reason) : '',
  };
}

/** Value, or text, and a unit that was typed with the number. */
export function figureOfEntry(typed: string): { value: number | null; text: string; unit?: string } {
  const text = typed.trim();
  const entry = parseEntry(text);
  if (entry.kind !== 'number') return { value: null, text };
  if (entry.percent) return { value: Number((entry.value * 100).toPrecision(15)), text: '', unit: '%' };
  return { value: entry.value, text: '', ...(entry.unit === undefined ? {} : { unit: entry.unit }) };
}

/** The fields that the entry says, those of subject and metric apart: they go by name. */
export function fieldsOf(entry: FactEntry): Omit<FactFields, 'subjectId' | 'metricId'> {
  const { unit, ...figure } = figureOfEntry(entry.figure);
  const corrected = figureOfEntry(entry.corrected);
  return {
    ...figure,
    setting: entry.setting.trim(),
    unit: entry.unit.trim() || (unit ?? ''),
    qualifier: QUALIFIERS.find((qualifier) => qualifier === entry.qualifier) ?? '=',
    date: entry.date.trim(),
    confidence: CONFIDENCES.find((confidence) => confidence === entry.confidence) ?? 'printed',
    note: sameInBoth(entry.note.trim()),
    correction:
      entry.corrected.trim() === ''
        ? null
        : { value: corrected.value, text: corrected.text, reason: sameInBoth(entry.reason.trim()) },
  };
}

/** What was changed between two entries, as fields: what was left as it was stays as the fact has it, in both languages. */
export function changedFields(before: FactEntry, after: FactEntry): Partial<FactFields> {
  const fields = fieldsOf(after);
  const changed: Partial<FactFields> = {};
  const differs = (...keys: (keyof FactEntry)[]) => keys.some((key) => before[key] !== after[key]);
  if (differs('figure')) Object.assign(changed, { value: fields.value, text: fields.text });
  if (differs('figure', 'unit') && fields.unit !== before.unit) changed.unit = fields.unit;
  if (differs('setting')) changed.setting = fields.setting;
  if (differs('qualifier')) changed.qualifier = fields.qualifier;
  if (differs('date')) changed.date = fields.date;
  if (differs('confidence')) changed.confidence = fields.confidence;
  if (differs('note')) changed.note = fields.note;
  if (differs('corrected', 'reason')) changed.correction = fields.correction;
  return changed;
}

/** What is known of a draft, as an entry to go on from. */
export function entryOfDraft(draft: Partial<FactDraft>): FactEntry {
  return {
    ...NO_ENTRY,
    subject: draft.subject ?? '',
    metric: draft.metric ?? '',
    setting: draft.setting ?? '',
    unit: draft.unit ?? '',
    date: draft.date ?? '',
    figure: draft.value == null ? (draft.text ?? '') : String(draft.value),
  };
}

function figureEntry({ value, text }: Pick<Fact, 'value' | 'text'>): string {
  return value === null ? text : String(value);
}
