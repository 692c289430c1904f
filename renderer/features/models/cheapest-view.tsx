/** The cheapest model at or above a score: the question as a line, the answer as a ranked list, and what is not in it. */
import { NumberInput, Select } from '@mantine/core';
import { useMemo } from 'react';
import { FactMarks } from '../../facts/fact-marks.tsx';
import { openFact } from '../../facts/open-fact.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useSettingText, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { BenchmarkSelect } from './benchmark-select.tsx';
import { scoreText } from './cell-text.ts';
import { ChartNotes } from './chart-notes.tsx';
import { settingsOf } from './matrix.ts';
import { marksOfScore } from './model-cell.tsx';
import classes from './models.module.css';
import { modelsTexts } from './models-texts.ts';
import { type PricesKnown, PricesMissing } from './price-view.tsx';
import { type CheapestAnswer, type Currency, findCheapest, priceIn, type Ranked } from './prices.ts';
import type { ViewProps } from './view-props.ts';

type CheapestViewProps = Pick<ViewProps, 'data' | 'query' | 'change'> & PricesKnown;

export function CheapestView({ data, query, change, prices, currency, failure, onRetry }: CheapestViewProps) {
  const t = useTexts(modelsTexts);
  const settingText = useSettingText();
  const benchmark = data.benchmarks.find(({ id }) => id === query.benchmark) ?? data.benchmarks[0];
  const scores = useMemo(
    () => data.scores.filter(({ benchmarkId }) => benchmarkId === benchmark?.id),
    [data, benchmark],
  );
  const settings = useMemo(() => settingsOf(scores), [scores]);
  const chosen = query.settings[benchmark?.id ?? ''];
  const setting = settings.some((each) => each.setting === chosen) ? chosen : (settings[0]?.setting ?? '');
  const least = query.score === '' ? Number.NaN : Number(query.score);
  const answer = useMemo(
    () =>
      prices === null || benchmark === undefined || Number.isNaN(least)
        ? null
        : findCheapest({ scores, setting, least, better: benchmark.better, prices }),
    [scores, setting, least, benchmark, prices],
  );
  if (benchmark === undefined) return <p className={classes.paneBody}>{t('noBenchmark')}</p>;
  return (
    <>
      <header className={classes.paneHead}>
        <BenchmarkSelect
          rows={data.benchmarks.map((each) => ({ benchmark: each }))}
          value={benchmark.id}
          onChange={(id) => change({ benchmark: id })}
        />
        <Select
          className={classes.selectSetting}
          aria-label={t('setting')}
          data={settings.map((each) => ({ value: each.setting, label: settingText(each.setting) || t('unsaid') }))}
          value={setting}
          onChange={(value) => value !== null && change({ settings: { ...query.settings, [benchmark.id]: value } })}
        />
        <span className={classes.fieldLine}>
          {t(benchmark.better === 'lower' ? 'atMost' : 'atLeast')}
          <NumberInput
            className={classes.field}
            aria-label={t('least')}
            value={query.score}
            onChange={(value) => change({ score: String(value) })}
          />
          {benchmark.unit}
        </span>
        <span className={classes.fieldLine} title={t('mixHint')}>
          {t('mix')}
          <NumberInput
            className={classes.field}
            aria-label={t('mixHint')}
            value={query.mix}
            min={0}
            onChange={(value) => Number(value) > 0 && change({ mix: Number(value) })}
          />
          :1
        </span>
      </header>
      {prices === null && <PricesMissing failure={failure} onRetry={onRetry} />}
      {prices !== null && answer === null && <p className={classes.emptyView}>{t('askScore')}</p>}
      {answer !== null && <Answer answer={answer} currency={currency} unit={benchmark.unit} />}
    </>
  );
}

type AnswerProps = { answer: CheapestAnswer; currency: Currency; unit: string };

function Answer({ answer, currency, unit }: AnswerProps) {
  const t = useTexts(modelsTexts);
  const settingText = useSettingText();
  const nameOf = useNameOf();
  const { ranked, withoutPrice, otherSetting, below } = answer;
  const columns = useMemo((): readonly DataColumn<Ranked>[] => {
    const rankOf = new Map(ranked.map((each, at) => [each, at + 1]));
    const perMillion = t('perMillion', { currency });
    return [
      { id: 'rank', heading: t('rank'), width: 64, align: 'right', value: (each) => rankOf.get(each) ?? null },
      { id: 'model', heading: t('model'), width: 130, value: ({ modelId }) => nameOf(modelId) },
      {
        id: 'score',
        heading: t('scoreColumn'),
        unit,
        width: 84,
        align: 'right',
        value: ({ score }) => score.value,
        cell: ({ score }) => (
          <>
            <FactMarks marks={marksOfScore(score)} /> {scoreText(score, 0)}
          </>
        ),
        exported: ({ score }) => ({ factId: score.factId }),
      },
      {
        id: 'blended',
        heading: t('blended'),
        unit: perMillion,
        width: 110,
        align: 'right',
        value: ({ price }) => price.blended,
      },
      {
        id: 'input',
        heading: t('input'),
        width: 76,
        align: 'right',
        value: ({ price }) => priceIn(price.input, currency),
        exported: ({ price }) => ({ factId: price.input.factId, unit: perMillion }),
      },
      {
        id: 'output',
        heading: t('output'),
        width: 76,
        align: 'right',
        value: ({ price }) => priceIn(price.output, currency),
        exported: ({ price }) => ({ factId: price.output.factId, unit: perMillion }),
      },
    ];
  }, [ranked, currency, unit, nameOf, t]);
  const open = ({ score, price }: Ranked, columnId: string) =>
    openFact(columnId === 'input' ? price.input.factId : columnId === 'output' ? price.output.factId : score.factId);
  const list = (names: readonly string[]) => names.join(t('listSeparator'));
  const others = otherSetting.map(({ modelId, settings }) =>
    t('inSetting', {
      name: nameOf(modelId),
      setting: settings.map((setting) => settingText(setting) || t('unsaid')).join(' / '),
    }),
  );
  const notes = [
    ...(withoutPrice.length === 0
      ? []
      : [t('cheapestNoPrice', { count: withoutPrice.length, names: list(withoutPrice.map(nameOf)) })]),
    ...(others.length === 0 ? [] : [t('cheapestOther', { count: others.length, names: list(others) })]),
    ...(below === 0 ? [] : [t('cheapestBelow', { count: below })]),
  ];
  const sourceIds = ranked.flatMap(({ score, price }) => [score.sourceId, price.input.sourceId, price.output.sourceId]);
  return (
    <>
      <div className={classes.answer}>
        <DataTable
          label={t('cheapestTitle')}
          title={modelsTexts.cheapestTitle}
          rows={ranked}
          columns={columns}
          rowKey={({ modelId }) => modelId}
          onOpen={open}
          empty={t('nobody')}
        />
      </div>
      <ChartNotes notes={notes} sourceIds={sourceIds} />
    </>
  );
}
