/** The columns of the matrix: what a row is, the setting that it compares, and one for each model. */
import { useMemo } from 'react';
import type { ModelSummary, Score } from '../../../shared/fact-methods.ts';
import { type FactMark, FactMarks } from '../../facts/fact-marks.tsx';
import { factTexts } from '../../facts/fact-texts.ts';
import { figureText, withUnit } from '../../facts/figure-text.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { decimalsOf, scoreText, shortFigure } from './cell-text.ts';
import { type MatrixCell, type MatrixRow, settingDifference } from './matrix.ts';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';
import { type SizeRules, sizeClassOf } from './size-class.ts';
import { figureOfProperty, propertyOf, type TableRow } from './table-rows.ts';
import type { ModelsData } from './use-models.ts';

const NAME_WIDTH = 196;
const SETTING_WIDTH = 112;
const MODEL_WIDTH = 100;

export function useMatrixColumns(
  { models }: ModelsData,
  columns: readonly string[],
  rules: SizeRules,
): readonly DataColumn<TableRow>[] {
  const t = useTexts(modelsTexts);
  const sayFact = useTexts(factTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  return useMemo(() => {
    const { bounds, classes: saidClasses } = rules;
    const [low, high] = bounds;
    const labelOf = (row: TableRow) => {
      if (row.kind === 'heading') return row.label;
      if (row.kind === 'size') return t('sizeClass');
      return row.kind === 'property' ? t(row.property) : nameOf(row.row.benchmark.id);
    };
    const settingText = (setting: string) => setting || t('unsaid');
    const sizeText = (model: ModelSummary) => {
      const size = sizeClassOf(model, rules);
      const isUnknown = size === 2 && model.parameters?.value == null && !Object.hasOwn(saidClasses, model.entityId);
      return isUnknown ? t('sizeUnknown') : t(`short-${size}`, { low, high });
    };
    const describe = (modelId: string, row: MatrixRow, cell: MatrixCell): string => {
      const { score, isOtherSetting, isBest, agreeing, disagreeing, elsewhere } = cell;
      const { benchmark, setting, isMixed } = row;
      const lines = [
        `${nameOf(modelId)} · ${nameOf(benchmark.id)}: ${withUnit(scoreText(score, 0), benchmark.unit, language)}`,
      ];
      const settings = { setting: settingText(score.setting), row: settingText(setting) };
      if (isOtherSetting) lines.push(t(isMixed ? 'otherSettingMixed' : 'otherSetting', settings));
      else if (score.setting !== '') lines.push(score.setting);
      if (isBest) lines.push(t('bestOfClass'));
      const others = agreeing + disagreeing > 0 ? t('standing', { agreeing, disagreeing }) : '';
      lines.push([score.place || score.sourceId, others].filter(Boolean).join(' · '));
      if (elsewhere.length > 0)
        lines.push(t('elsewhere', { settings: elsewhere.map(settingText).join(t('listSeparator')) }));
      return lines.join('\n');
    };
    const nameColumn: DataColumn<TableRow> = {
      id: 'benchmark',
      heading: t('benchmark'),
      width: NAME_WIDTH,
      value: labelOf,
      cell: (row) =>
        row.kind === 'scores' ? (
          <>
            {labelOf(row)} <small className={classes.unit}>{row.row.benchmark.unit}</small>
          </>
        ) : (
          labelOf(row)
        ),
    };
    const settingColumn: DataColumn<TableRow> = {
      id: 'setting',
      heading: t('setting'),
      width: SETTING_WIDTH,
      value: (row) => (row.kind === 'scores' ? settingText(row.row.setting) : null),
      cell: (row) =>
        row.kind === 'scores' ? (
          <span className={classes.setting} data-mixed={row.row.isMixed || undefined}>
            {row.row.isMixed ? t('mixedRow') : settingText(row.row.setting)}
            {row.row.settings.length > 1 && <small className={classes.unit}> +{row.row.settings.length - 1}</small>}
          </span>
        ) : null,
      title: (row) => {
        if (row.kind !== 'scores') return '';
        const { setting, settings } = row.row;
        return settings.length < 2
          ? settingText(setting)
          : t('settingCount', { setting: settingText(setting), others: settings.length - 1 });
      },
    };
    const modelColumn = (modelId: string): DataColumn<TableRow> => {
      const model = models.get(modelId);
      const about = [
        nameOf(modelId),
        model && nameOf(model.organisationId),
        model && t(`class-${sizeClassOf(model, rules)}`, { low, high }),
      ];
      return {
        id: modelId,
        heading: nameOf(modelId),
        hint: about.filter(Boolean).join('\n'),
        width: MODEL_WIDTH,
        align: 'right',
        value: (row) => {
          if (row.kind === 'size') return model ? sizeText(model) : null;
          if (row.kind === 'scores') return row.row.cells.get(modelId)?.score.value ?? null;
          if (row.kind !== 'property') return null;
          const said = propertyOf(row, modelId);
          if (said === null || typeof said === 'string') return said && t(said);
          return said.value ?? said.text;
        },
        cell: (row) => {
          if (row.kind === 'size')
            return model ? <SizeCell label={sizeText(model)} isSaid={Object.hasOwn(saidClasses, modelId)} /> : null;
          if (row.kind === 'property') {
            const said = propertyOf(row, modelId);
            if (said === null) return null;
            if (typeof said === 'string') return t(said);
            return (
              <>
                <FactMarks marks={said.conflict === 'open' ? ['conflict'] : []} /> {shortFigure(said, language)}
              </>
            );
          }
          const cell = row.kind === 'scores' ? row.row.cells.get(modelId) : undefined;
          return row.kind === 'scores' && cell ? (
            <ScoreCell row={row.row} cell={cell} unsaid={t('unsaidShort')} />
          ) : null;
        },
        title: (row) => {
          if (row.kind === 'size')
            return [t('sizeClassHint'), Object.hasOwn(saidClasses, modelId) ? t('sizeSaid') : '']
              .filter(Boolean)
              .join('\n');
          if (row.kind === 'property') {
            const said = propertyOf(row, modelId);
            if (said === null || typeof said === 'string') return said ? t(said) : '';
            return [figureText(said, language), said.setting].filter(Boolean).join(' · ');
          }
          const cell = row.kind === 'scores' ? row.row.cells.get(modelId) : undefined;
          return row.kind === 'scores' && cell ? describe(modelId, row.row, cell) : '';
        },
        exported: (row) => {
          if (row.kind === 'property') {
            const said = propertyOf(row, modelId);
            const unit = said === null || typeof said === 'string' ? '' : said.unit;
            return { unit, factId: figureOfProperty(row, modelId)?.factId ?? null };
          }
          const cell = row.kind === 'scores' ? row.row.cells.get(modelId) : undefined;
          if (row.kind !== 'scores' || cell === undefined) return {};
          const { score, isOtherSetting, isBest } = cell;
          const setting = isOtherSetting ? t('otherSettingShort', { setting: settingText(score.setting) }) : '';
          const remark = [setting, ...marksOfScore(score).map((mark) => sayFact(`mark-${mark}`))]
            .filter(Boolean)
            .join('; ');
          return { unit: row.row.benchmark.unit, factId: score.factId, remark, isBold: isBest };
        },
      };
    };
    return [nameColumn, settingColumn, ...columns.map(modelColumn)];
  }, [models, columns, rules, t, sayFact, language, nameOf]);
}

function marksOfScore({ conflict, isCorrected }: Score): FactMark[] {
  const marks: FactMark[] = [];
  if (conflict === 'open') marks.push('conflict');
  if (conflict === 'chosen') marks.push('chosen');
  if (isCorrected) marks.push('corrected');
  return marks;
}

function SizeCell({ label, isSaid }: { label: string; isSaid: boolean }) {
  return (
    <span className={classes.setting} data-mixed={isSaid || undefined}>
      {label}
    </span>
  );
}

function ScoreCell({ row, cell, unsaid }: { row: MatrixRow; cell: MatrixCell; unsaid: string }) {
  const { score, isOtherSetting, isBest } = cell;
  return (
    <span className={classes.score} data-best={isBest || undefined} data-other={isOtherSetting || undefined}>
      <FactMarks marks={marksOfScore(score)} />
      {isOtherSetting && (
        <small className={classes.other}>
          {score.setting === '' ? unsaid : settingDifference(score.setting, row.setting)}
        </small>
      )}
      <span className={classes.number}>{scoreText(score, decimalsOf(row))}</span>
    </span>
  );
}
