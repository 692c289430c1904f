/** What stands in a model's column: its size class, a property, or a score; with its tooltip and what goes into a workbook. */
import type { ReactNode } from 'react';
import type { Language } from '../../../shared/language.ts';
import type { MessageParams } from '../../../shared/messages.ts';
import type { ModelSummary, Score } from '../../../shared/model-methods.ts';
import { settingIn } from '../../../shared/setting-words.ts';
import type { TableCell } from '../../../shared/table.ts';
import { type FactMark, FactMarks } from '../../facts/fact-marks.tsx';
import type { factTexts } from '../../facts/fact-texts.ts';
import { figureText, withUnit } from '../../facts/figure-text.ts';
import { decimalsOf, scoreText, shortFigure } from './cell-text.ts';
import { type MatrixCell, type MatrixRow, settingDifference } from './matrix.ts';
import classes from './models.module.css';
import type { modelsTexts } from './models-texts.ts';
import { type SizeRules, sizeClassOf } from './size-class.ts';
import { figureOfProperty, propertyOf, type TableRow } from './table-rows.ts';

/** In which words and by which rules cells are shown. */
export type Reading = {
  t: (key: keyof typeof modelsTexts, params?: MessageParams) => string;
  sayFact: (key: keyof typeof factTexts) => string;
  nameOf: (entityId: string) => string;
  language: Language;
  rules: SizeRules;
};

export type Face = {
  value: number | string | null;
  shown: ReactNode;
  title: string;
  exported: Partial<TableCell>;
};

const BLANK: Face = { value: null, shown: null, title: '', exported: {} };

export function faceOf(row: TableRow, model: ModelSummary, reading: Reading): Face {
  switch (row.kind) {
    case 'heading':
      return BLANK;
    case 'size':
      return sizeFace(model, reading);
    case 'property':
      return propertyFace(row, model.entityId, reading);
    case 'scores': {
      const cell = row.row.cells.get(model.entityId);
      return cell === undefined ? BLANK : scoreFace(row.row, cell, reading);
    }
  }
}

export function settingText(setting: string, { t, language }: Pick<Reading, 't' | 'language'>): string {
  return settingIn(setting, language) || t('unsaid');
}

function sizeFace(model: ModelSummary, { t, rules }: Reading): Face {
  const [low, high] = rules.bounds;
  const size = sizeClassOf(model, rules);
  const isSaid = Object.hasOwn(rules.classes, model.entityId);
  const isUnknown = !isSaid && model.parameters?.value == null;
  const value = isUnknown ? t('sizeUnknown') : t(`short-${size}`, { low, high });
  return {
    value,
    shown: (
      <span className={classes.setting} data-mixed={isSaid || undefined}>
        {value}
      </span>
    ),
    title: [t('sizeClassHint'), isSaid ? t('sizeSaid') : ''].filter(Boolean).join('\n'),
    exported: {},
  };
}

function propertyFace(row: Extract<TableRow, { kind: 'property' }>, modelId: string, reading: Reading): Face {
  const { t, language } = reading;
  const said = propertyOf(row, modelId);
  if (said === null) return BLANK;
  const factId = figureOfProperty(row, modelId)?.factId ?? null;
  if (said === 'open' || said === 'closed')
    return { value: t(said), shown: t(said), title: t(said), exported: { factId } };
  return {
    value: said.value ?? said.text,
    shown: (
      <>
        <FactMarks marks={said.conflict === 'open' ? ['conflict'] : []} /> {shortFigure(said, language)}
      </>
    ),
    title: [figureText(said, language), settingIn(said.setting, language)].filter(Boolean).join(' · '),
    exported: { unit: said.unit, factId },
  };
}

function scoreFace(row: MatrixRow, cell: MatrixCell, reading: Reading): Face {
  const { t, sayFact, language } = reading;
  const { score, isOtherSetting, isBest } = cell;
  const marks = marksOfScore(score);
  const setting = isOtherSetting ? t('otherSettingShort', { setting: settingText(score.setting, reading) }) : '';
  return {
    value: score.value,
    shown: (
      <span className={classes.score} data-best={isBest || undefined} data-other={isOtherSetting || undefined}>
        <FactMarks marks={marks} />
        {isOtherSetting && (
          <small className={classes.other}>
            {score.setting === ''
              ? t('unsaidShort')
              : settingIn(settingDifference(score.setting, row.setting), language)}
          </small>
        )}
        <span className={classes.number}>{scoreText(score, decimalsOf(row))}</span>
      </span>
    ),
    title: describe(row, cell, reading),
    exported: {
      unit: row.benchmark.unit,
      factId: score.factId,
      remark: [setting, ...marks.map((mark) => sayFact(`mark-${mark}`))].filter(Boolean).join('; '),
      isBold: isBest,
    },
  };
}

/** What the number is, whether it can be compared, and where it was read. */
function describe({ benchmark, setting, isMixed }: MatrixRow, cell: MatrixCell, reading: Reading): string {
  const { t, nameOf, language } = reading;
  const { score, isOtherSetting, isBest, agreeing, disagreeing, elsewhere } = cell;
  const number = withUnit(scoreText(score, 0), benchmark.unit, language);
  const settings = { setting: settingText(score.setting, reading), row: settingText(setting, reading) };
  const lines = [
    `${nameOf(score.modelId)} · ${nameOf(benchmark.id)}: ${number}`,
    isOtherSetting ? t(isMixed ? 'otherSettingMixed' : 'otherSetting', settings) : settingIn(score.setting, language),
    isBest ? t('bestOfClass') : '',
    [score.place || score.sourceId, agreeing + disagreeing > 0 ? t('standing', { agreeing, disagreeing }) : '']
      .filter(Boolean)
      .join(' · '),
    elsewhere.length > 0
      ? t('elsewhere', { settings: elsewhere.map((each) => settingText(each, reading)).join(t('listSeparator')) })
      : '',
  ];
  return lines.filter(Boolean).join('\n');
}

export function marksOfScore({ conflict, isCorrected }: Score): FactMark[] {
  const marks: FactMark[] = [];
  if (conflict === 'open') marks.push('conflict');
  if (conflict === 'chosen') marks.push('chosen');
  if (isCorrected) marks.push('corrected');
  return marks;
}
