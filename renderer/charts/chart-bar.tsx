/** The bar over a chart: what is computed, how it is drawn, and what is shown besides. Each change is a change of the spec. */
import { Checkbox, Select, TextInput } from '@mantine/core';
import { memo } from 'react';
import type { ChartSpec } from '../../shared/chart-spec.ts';
import type { Grain } from '../../shared/periods.ts';
import type { Transform } from '../../shared/series.ts';
import { useTexts } from '../texts.ts';
import { PopoverButton } from '../ui/popover-button.tsx';
import classes from './charts.module.css';
import { chartsTexts } from './charts-texts.ts';
import { PeriodInput } from './period-input.tsx';
import { rangeInGrain } from './ranges.ts';
import type { ChangeSpec } from './use-chart-spec.ts';

/** What a screen offers of all that a spec can say. */
export type ChartOffer = {
  transforms: readonly Transform[];
  kinds: readonly ChartSpec['kind'][];
  grains: readonly Grain[];
  panels: readonly NonNullable<ChartSpec['panelBy']>[];
  switches: readonly Switch[];
};

export type Switch = 'withAverage' | 'withPeaks' | 'withBounds' | 'withEvents' | 'withGuidance' | 'isLogarithmic';

/** What the bar knows of a spec: neither which series it is of nor what its figure is called. */
export type BarSpec = Omit<ChartSpec, 'seriesIds' | 'figure'>;

type ChartBarProps = {
  spec: BarSpec;
  change: ChangeSpec;
  offer: ChartOffer;
  /** Of the axis, for periods that are typed. */
  grain: Grain;
  /** Of the series, whatever it is drawn in. */
  ownGrain: Grain;
};

export const ChartBar = memo(function ChartBar({ spec, change, offer, grain, ownGrain }: ChartBarProps) {
  const t = useTexts(chartsTexts);
  const pictures = picturesOf(offer);
  const hasChoiceOfPanels = spec.kind === 'small-multiples' && offer.panels.length > 1;
  return (
    <>
      <Select
        w={130}
        aria-label={t('transform')}
        data={offer.transforms.map((value) => ({ value, label: t(`transform-${value}`) }))}
        value={spec.transform}
        onChange={(chosen) => {
          const transform = offer.transforms.find((each) => each === chosen);
          if (transform !== undefined) change({ transform });
        }}
      />
      {spec.transform === 'index' && (
        <PeriodInput
          label={t('basePeriod')}
          grain={grain}
          value={spec.basePeriod}
          onChange={(basePeriod) => change({ basePeriod })}
        />
      )}
      <Select
        w={offer.panels.length > 1 ? 158 : 134}
        aria-label={t('kind')}
        data={pictures.map(({ kind, panelBy }) => ({
          value: keyOf(kind, panelBy),
          label: panelBy === undefined ? t(`kind-${kind}`) : t(`panels-of-${panelBy}`),
        }))}
        value={keyOf(spec.kind, hasChoiceOfPanels ? (spec.panelBy ?? 'subject') : undefined)}
        onChange={(chosen) => {
          const picture = pictures.find(({ kind, panelBy }) => keyOf(kind, panelBy) === chosen);
          if (picture !== undefined) change(picture);
        }}
      />
      {offer.grains.length > 0 && (
        <Select
          w={104}
          aria-label={t('grain')}
          data={[
            { value: '', label: t(`grain-${ownGrain}`) },
            ...offer.grains
              .filter((value) => value !== ownGrain)
              .map((value) => ({ value, label: t(`grain-${value}`) })),
          ]}
          value={spec.grain ?? ''}
          onChange={(chosen) => {
            const next = offer.grains.find((each) => each === chosen) ?? null;
            change({ grain: next, basePeriod: '', comparedTo: null, ...rangeInGrain(spec, next ?? ownGrain) });
          }}
        />
      )}
      <PopoverButton label={t('show')}>
        <div className={classes.form}>
          {offer.switches.map((field) => (
            <Checkbox
              key={field}
              size="xs"
              label={t(field)}
              checked={spec[field]}
              onChange={(event) => change({ [field]: event.currentTarget.checked })}
            />
          ))}
          <AsKnownOn value={spec.asKnownOn} onChange={(asKnownOn) => change({ asKnownOn })} />
        </div>
      </PopoverButton>
    </>
  );
});

type Picture = Pick<ChartSpec, 'kind' | 'panelBy'>;

/** The kinds of chart; small multiples once for each thing that a panel can hold. */
function picturesOf({ kinds, panels }: ChartOffer): Picture[] {
  return kinds.flatMap<Picture>((kind) =>
    kind === 'small-multiples' && panels.length > 1 ? panels.map((panelBy) => ({ kind, panelBy })) : { kind },
  );
}

const keyOf = (kind: Picture['kind'], panelBy: Picture['panelBy']) => [kind, panelBy].join(' ').trim();

function AsKnownOn({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const t = useTexts(chartsTexts);
  return (
    <TextInput
      type="date"
      label={t('asKnownOn')}
      description={t('asKnownOnHint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
