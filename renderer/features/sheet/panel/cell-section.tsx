/** The cell: its value with every digit, what it is calculated from, and where an error began. */
import { inLanguage } from '../../../../shared/language.ts';
import { NO_PERIOD } from '../../../../shared/periods.ts';
import type { Line } from '../../../../shared/sheet.ts';
import { type CalcError, type CellAddress, isCalcError } from '../../../../shared/values.ts';
import { useLanguage, useMessageText, useTexts } from '../../../texts.ts';
import { fullNumber } from '../../../ui/number-text.ts';
import { Section } from '../../../ui/panel-section.tsx';
import { FactLabels } from '../facts/fact-labels.tsx';
import { shownValue } from '../grid/cell-text.ts';
import { SeriesLabels } from '../series/series-labels.tsx';
import { effectiveContent, findScenario, ownContent, type SheetData, unitOf, valueAt } from '../sheet-data.ts';
import { jumpTo } from '../sheet-store.ts';
import { isSameCell, useCellName } from './cell-name.ts';
import { panelTexts } from './panel-texts.ts';
import classes from './side-panel.module.css';

type CellSectionProps = { data: SheetData; line: Line; cell: CellAddress };

export function CellSection({ data, line, cell }: CellSectionProps) {
  const t = useTexts(panelTexts);
  const language = useLanguage();
  const value = valueAt(data, cell);
  const scenario = findScenario(data, cell.scenarioId);
  const title = [t('value'), scenario && inLanguage(scenario.name, language), cell.period].filter(Boolean).join(' · ');
  return (
    <Section title={title}>
      {isCalcError(value) ? (
        <ErrorValue data={data} cell={cell} value={value} />
      ) : (
        <div className={classes.value}>
          {typeof value === 'number' ? fullNumber(value) : shownValue(value, line, language) || t('empty')}
          {typeof value === 'number' && <span className={classes.valueUnit}>{unitOf(data, line.id)}</span>}
        </div>
      )}
      <Content data={data} cell={cell} />
    </Section>
  );
}

function ErrorValue({ data, cell, value }: { data: SheetData; cell: CellAddress; value: CalcError }) {
  const t = useTexts(panelTexts);
  const say = useMessageText();
  const nameOf = useCellName(data, cell);
  const { origin } = value;
  const isElsewhere = !isSameCell(origin, cell) && data.lines.has(origin.lineId);
  return (
    <div className={classes.error}>
      <strong>{value.error}</strong>
      <p>{say(value.message)}</p>
      {isElsewhere && (
        <button type="button" className={classes.link} onClick={() => jumpTo(origin)}>
          {t('errorFrom', { cell: nameOf(origin) })}
        </button>
      )}
    </div>
  );
}

function Content({ data, cell }: { data: SheetData; cell: CellAddress }) {
  const content = effectiveContent(data, cell);
  if (content === null) return null;
  const isFormula = /^[=＝]/.test(content.content);
  return (
    <>
      <div className={classes.content} data-kind={isFormula ? 'formula' : 'input'}>
        {content.content}
      </div>
      <FactLabels content={content.content} />
      <SeriesLabels content={content.content} />
      <ContentOrigin data={data} cell={cell} />
    </>
  );
}

/** Says whether the content is the scenario's own, what it overrides, or from which scenario it comes. */
function ContentOrigin({ data, cell }: { data: SheetData; cell: CellAddress }) {
  const t = useTexts(panelTexts);
  const language = useLanguage();
  const nameOf = (scenarioId: number) =>
    inLanguage(findScenario(data, scenarioId)?.name ?? { zh: '', en: '' }, language);
  const effective = effectiveContent(data, cell);
  if (effective === null) return null;
  const everyPeriod = effective.period === NO_PERIOD && cell.period !== NO_PERIOD ? ` · ${t('everyPeriod')}` : '';

  if (effective.scenarioId !== cell.scenarioId) {
    return (
      <p className={classes.aside}>
        <button
          type="button"
          className={classes.link}
          onClick={() => jumpTo({ ...cell, scenarioId: effective.scenarioId })}
        >
          {t('inherited', { scenario: nameOf(effective.scenarioId) })}
        </button>
        {everyPeriod}
      </p>
    );
  }
  const parentId = findScenario(data, cell.scenarioId)?.parentId ?? null;
  const overridden = parentId === null ? null : effectiveContent(data, { ...cell, scenarioId: parentId });
  if (ownContent(data, cell) === undefined || overridden === null) {
    return everyPeriod === '' ? null : <p className={classes.aside}>{t('everyPeriod')}</p>;
  }
  return (
    <p className={classes.override}>
      {t('override', { scenario: nameOf(overridden.scenarioId), content: overridden.content })}
    </p>
  );
}
