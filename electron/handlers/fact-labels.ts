/** Names of edits of facts, for the undo menu and the history: `MMLU · GPT-4o: 88.7 → 89`. */
import { inBoth } from '../../shared/both-languages.ts';
import { type Fact, type FactFields, figureOf } from '../../shared/facts.ts';
import { type LocalText, sameInBoth } from '../../shared/language.ts';
import { formatMessage, type Message, type MessageKey, message } from '../../shared/messages.ts';
import { findEntity } from '../store/entities.ts';
import type { Db } from '../store/sqlite.ts';
import { shortened } from './edit-labels.ts';

const FIELDS: { [Field in keyof FactFields]: MessageKey } = {
  subjectId: 'fact.fieldSubject',
  metricId: 'fact.fieldMetric',
  setting: 'fact.fieldSetting',
  value: 'fact.fieldValue',
  text: 'fact.fieldText',
  unit: 'fact.fieldUnit',
  qualifier: 'fact.fieldQualifier',
  date: 'fact.fieldDate',
  confidence: 'fact.fieldConfidence',
  note: 'fact.fieldNote',
  correction: 'fact.fieldCorrection',
};

/** `Subject · metric` in both languages. */
export function nameOfFact(db: Db, { subjectId, metricId }: Pick<Fact, 'subjectId' | 'metricId'>): LocalText {
  const [subject, metric] = [subjectId, metricId].map((id) => findEntity(db, id)?.name ?? sameInBoth(id));
  return { zh: `${subject.zh} · ${metric.zh}`, en: `${subject.en} · ${metric.en}` };
}

/** With one sentence for any edit that is about one fact: `key` takes `nameZh` and `nameEn`. */
export function labelOfFact(db: Db, key: MessageKey, fact: Pick<Fact, 'subjectId' | 'metricId'>): Message {
  return message(key, inBoth('name', nameOfFact(db, fact)));
}

/** Of a fact whose fields go from those of `before` to those of `after`. */
export function labelOfFactEdit(db: Db, before: Fact, after: Fact): Message {
  const name = inBoth('name', nameOfFact(db, after));
  const from = sayFigure(before);
  const to = sayFigure(after);
  const changed = changedFields(before, after);
  const isFigure = changed.every((field) => ['value', 'text', 'unit', 'qualifier', 'correction'].includes(field));
  if (isFigure && from !== to) return message('fact.editFigure', { ...name, from, to });
  const fields = { zh: listed(changed, 'zh', '、'), en: listed(changed, 'en', ', ') };
  return message('fact.editFields', { ...name, ...inBoth('fields', fields) });
}

function changedFields(before: Fact, after: Fact): (keyof FactFields)[] {
  const all: (keyof FactFields)[] = Object.keys(FIELDS).filter((field) => isField(field));
  return all.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

function isField(name: string): name is keyof FactFields {
  return Object.hasOwn(FIELDS, name);
}

/** `≈2800 亿parameter` as a menu shows it. */
export function sayFigure(fact: Fact): string {
  const { value, text } = figureOf(fact);
  const sign = fact.qualifier === '=' || fact.qualifier === 'peak' ? '' : fact.qualifier;
  return shortened(value === null ? text : `${sign}${value}${fact.unit === '' ? '' : ` ${fact.unit}`}`);
}

function listed(fields: readonly (keyof FactFields)[], language: 'zh' | 'en', separator: string): string {
  return fields.map((field) => formatMessage(message(FIELDS[field]), language)).join(separator);
}
