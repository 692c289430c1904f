/**
 * Puts the series of a chart into a sheet, a line for each: `=SERIES("id")`, with unit and source; what the chart
 * computes of them (TTM, an average, growth) is what is taken unless another is chosen.
 */
import { Menu } from '@mantine/core';
import { memo, useState } from 'react';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { SheetSummary } from '../../shared/contract.ts';
import type { Entity } from '../../shared/facts.ts';
import { lineOfSeries, type SeriesWay, wayName, waysOfSeries } from '../../shared/line-of-series.ts';
import type { SeriesSummary } from '../../shared/series.ts';
import { call } from '../api.ts';
import { useFactsData } from '../facts/use-facts-data.ts';
import { showFailure, showNotice } from '../shell/notices.tsx';
import { goTo } from '../shell/routes.ts';
import { useLocalText, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { chartsTexts } from './charts-texts.ts';
import { MenuButton } from './menu-button.tsx';

type SeriesToSheetProps = { series: readonly SeriesSummary[] } & Pick<ChartSpec, 'transform' | 'withAverage'>;

export const SeriesToSheet = memo(function SeriesToSheet({ series, transform, withAverage }: SeriesToSheetProps) {
  const t = useTexts(chartsTexts);
  const local = useLocalText();
  const { entities } = useFactsData();
  const [sheets, setSheets] = useState<readonly SheetSummary[]>([]);
  const [picked, setPicked] = useState<SeriesWay | null>(null);
  const ways = waysOfSeries(series[0]?.grain ?? 'day', { transform, withAverage });
  const way = ways.find((each) => each === picked) ?? ways[0];
  const titleOf = ({ title }: SheetSummary) => local(title) || t('untitledSheet');
  const add = async (sheetId: string | null, sheet: string) => {
    try {
      const target = sheetId ?? (await call('createSheet', {})).sheetId;
      await addLines(target, series, way, entities);
      const open = { label: chartsTexts.openSheet, run: () => goTo({ screen: 'sheet', sheetId: target }) };
      showNotice(chartsTexts.addedToSheet, { sheet, count: series.length }, open);
    } catch (failure) {
      showFailure(failure);
    }
  };
  return (
    <MenuButton
      label={t('useInSheet')}
      icon="sheet"
      isDisabled={series.length === 0}
      onOpen={() => {
        // What the chart shows by now, not what was picked for another one.
        setPicked(null);
        void call('listSheets', {}).then(setSheets, showFailure);
      }}
    >
      <Menu.Label>{t('takeOfSeries')}</Menu.Label>
      <Menu.RadioGroup value={way} onChange={(chosen) => setPicked(ways.find((each) => each === chosen) ?? null)}>
        {ways.map((each) => (
          <Menu.RadioItem key={each} value={each}>
            {local(wayName(each))}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <Menu.Divider />
      <Menu.Label>{t('intoSheet')}</Menu.Label>
      <Menu.Item leftSection={<Icon name="plus" size={14} />} onClick={() => void add(null, t('newSheet'))}>
        {t('newSheet')}
      </Menu.Item>
      {sheets.map((sheet) => (
        <Menu.Item key={sheet.id} onClick={() => void add(sheet.id, titleOf(sheet))}>
          {titleOf(sheet)}
        </Menu.Item>
      ))}
    </MenuButton>
  );
});

type Named = ReadonlyMap<string, Pick<Entity, 'name'>>;

/** After the last line of the sheet, in its first scenario; one step of its undo. */
async function addLines(
  sheetId: string,
  series: readonly SeriesSummary[],
  way: SeriesWay,
  entities: Named,
): Promise<void> {
  const { document } = await call('openSheet', { sheetId });
  const lastLine = document.lines.toSorted((a, b) => a.position - b.position).at(-1);
  const [base] = document.scenarios.toSorted((a, b) => a.position - b.position);
  const place = { scenarioId: base.id, grain: document.sheet.timeAxis?.grain ?? null, way };
  const named = (id: string) => entities.get(id) ?? { name: { zh: id, en: id } };
  await call('insertLines', {
    sheetId,
    afterLineId: lastLine?.id ?? null,
    lines: series.map((each) => lineOfSeries(each, named(each.subjectId), named(each.metricId), place)),
  });
}
