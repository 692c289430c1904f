/**
 * Puts the series of a chart into a sheet, a line for each: `=SERIES("id")`, with unit and source; what the chart
 * computes of them (TTM, an average, growth) is what is taken unless another is chosen.
 */
import { Menu } from '@mantine/core';
import { memo, useState } from 'react';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { SheetSummary } from '../../shared/contract.ts';
import type { Entity } from '../../shared/facts.ts';
import { sameInBoth } from '../../shared/language.ts';
import { cannotTake, lineOfSeries, type SeriesWay, wayName, waysOfSeries } from '../../shared/line-of-series.ts';
import type { Message } from '../../shared/messages.ts';
import type { SeriesSummary } from '../../shared/series.ts';
import { call } from '../api.ts';
import { useFactsData } from '../facts/use-facts-data.ts';
import { showFailure, showNotice } from '../shell/notices.tsx';
import { goTo } from '../shell/routes.ts';
import { useLocalText, useMessageText, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import { MenuButton } from './menu-button.tsx';

type SeriesToSheetProps = { series: readonly SeriesSummary[] } & Pick<
  ChartSpec,
  'transform' | 'withAverage' | 'relativeTo'
>;

export const SeriesToSheet = memo(function SeriesToSheet(props: SeriesToSheetProps) {
  const { series, transform, withAverage, relativeTo } = props;
  const t = useTexts(chartsTexts);
  const local = useLocalText();
  const { entities } = useFactsData();
  const [sheets, setSheets] = useState<readonly SheetSummary[]>([]);
  const [picked, setPicked] = useState<SeriesWay | null>(null);
  const ways = waysOfSeries(series[0]?.grain ?? 'day', { transform, withAverage });
  const way = ways.find((each) => each === picked) ?? ways[0];
  const nameOf = (id: string) => local(entities.get(id)?.name ?? sameInBoth(id));
  const formless =
    relativeTo === undefined
      ? isFormless(transform)
        ? t(`transform-${transform}`)
        : null
      : t('ratioTo', { metric: nameOf(relativeTo) });
  const reasonOf = (sheet: SheetSummary | null) => {
    const grain = sheet?.timeAxis?.grain ?? null;
    return series.map((each) => cannotTake(each, { grain, way })).find((each) => each !== null) ?? null;
  };
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
      {formless !== null && (
        <p className={classes.menuNote}>{t('takenInstead', { shown: formless, taken: local(wayName(way)) })}</p>
      )}
      <Menu.Divider />
      <Menu.Label>{t('intoSheet')}</Menu.Label>
      <Target title={t('newSheet')} isNew reason={reasonOf(null)} onChoose={() => void add(null, t('newSheet'))} />
      {sheets.map((sheet) => (
        <Target
          key={sheet.id}
          title={titleOf(sheet)}
          reason={reasonOf(sheet)}
          onChoose={() => void add(sheet.id, titleOf(sheet))}
        />
      ))}
    </MenuButton>
  );
});

/** These need other series or a base: there is no formula over one series for them. */
function isFormless(transform: ChartSpec['transform']): transform is 'index' | 'share' {
  return transform === 'index' || transform === 'share';
}

type TargetProps = { title: string; isNew?: boolean; reason: Message | null; onChoose: () => void };

/** A sheet to put the lines in; one that could show nothing but errors says why. */
function Target({ title, isNew = false, reason, onChoose }: TargetProps) {
  const say = useMessageText();
  return (
    <Menu.Item
      leftSection={isNew ? <Icon name="plus" size={14} /> : undefined}
      className={reason === null ? undefined : classes.unfit}
      disabled={reason !== null}
      onClick={onChoose}
    >
      {title}
      {reason !== null && <span className={classes.menuNote}>{say(reason)}</span>}
    </Menu.Item>
  );
}

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
