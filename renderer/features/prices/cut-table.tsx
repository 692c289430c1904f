/** Who changed prices when and by how much: computed from the two prices, beside what the source says of it. */
import { useMemo } from 'react';
import type { Price, PriceCut } from '../../../shared/model-methods.ts';
import { type PriceCurrency, perMillion } from '../../../shared/prices.ts';
import { settingIn } from '../../../shared/setting-words.ts';
import { openFact, useOpenFactId } from '../../facts/open-fact.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { fullNumber, signOf } from '../../ui/number-text.ts';
import { useOrganisationOf } from './price-table.tsx';
import { percentText, priceNumber } from './price-text.ts';
import classes from './prices.module.css';
import { pricesTexts } from './prices-texts.ts';
import { changeVerdict } from './stated-change.ts';

type CutTableProps = {
  cuts: readonly PriceCut[];
  prices: readonly Price[];
  currency: PriceCurrency;
  /** None for all. */
  models: readonly string[];
};

export function CutTable({ cuts, prices, currency, models }: CutTableProps) {
  const t = useTexts(pricesTexts);
  const openId = useOpenFactId();
  const columns = useColumns(prices, currency);
  const rows = useMemo(
    () => (models.length === 0 ? cuts : cuts.filter(({ modelId }) => models.includes(modelId))),
    [cuts, models],
  );
  const selected = useMemo(
    () => new Set(rows.filter((cut) => openId !== null && factsOfCut(cut).includes(openId)).map(keyOf)),
    [rows, openId],
  );
  const open = (cut: PriceCut, columnId: string) => {
    const wanted = factOfCell(cut, columnId) ?? cut.toFactId ?? factsOfCut(cut)[0];
    if (wanted !== undefined) openFact(wanted);
  };
  return (
    <DataTable
      label={t('cutsTitle')}
      title={pricesTexts.cutsTitle}
      rows={rows}
      columns={columns}
      rowKey={keyOf}
      selected={selected}
      onOpen={open}
      toolbar={<h2 className={classes.heading}>{t('cutsTitle')}</h2>}
      empty={t('noCuts')}
    />
  );
}

function useColumns(prices: readonly Price[], currency: PriceCurrency): readonly DataColumn<PriceCut>[] {
  const t = useTexts(pricesTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  const organisationOf = useOrganisationOf();
  return useMemo(() => {
    const byFact = new Map(prices.map((price) => [price.factId, price]));
    const price = (id: 'from' | 'to', factOf: (cut: PriceCut) => string | null): DataColumn<PriceCut> => {
      const pick = (cut: PriceCut) => {
        const own = byFact.get(factOf(cut) ?? '');
        return own === undefined ? null : perMillion(own, currency);
      };
      return {
        id,
        heading: t(id),
        unit: t(`unit-${currency}`),
        width: 122,
        align: 'right',
        value: pick,
        cell: (cut) => {
          const value = pick(cut);
          if (value === null) return <span className={classes.past}>–</span>;
          return <span className={value === 0 ? classes.free : classes.number}>{priceNumber(value, language)}</span>;
        },
        exported: (cut) => ({ factId: factOf(cut) }),
      };
    };
    const columns: DataColumn<PriceCut>[] = [
      { id: 'date', heading: t('date'), width: 104, value: ({ date }) => date },
      { id: 'model', heading: t('model'), width: 150, value: ({ modelId }) => nameOf(modelId) },
      { id: 'organisation', heading: t('organisation'), width: 96, value: ({ modelId }) => organisationOf(modelId) },
      {
        id: 'direction',
        heading: t('direction'),
        width: 100,
        value: ({ direction }) => t(direction === 'both' ? 'undivided' : direction),
      },
      price('from', ({ fromFactId }) => fromFactId),
      price('to', ({ toFactId }) => toFactId),
      {
        id: 'change',
        heading: t('change'),
        hint: t('changeHint'),
        width: 100,
        align: 'right',
        value: ({ change }) => asPercent(change),
        cell: ({ change }) => <Change change={change} />,
        exported: ({ change }) => (change === null ? {} : { unit: '%' }),
      },
      {
        id: 'stated',
        heading: t('statedChange'),
        hint: t('statedHint'),
        width: 100,
        align: 'right',
        value: ({ stated }) => asPercent(stated?.change ?? null),
        cell: ({ stated }) => (
          <Change
            change={stated?.change ?? null}
            qualifier={stated === null || stated.qualifier === '=' ? '' : stated.qualifier}
          />
        ),
        exported: ({ stated }) => (stated === null ? {} : { unit: '%', factId: stated.factId }),
      },
      {
        id: 'verdict',
        heading: t('verdict'),
        width: 170,
        value: (cut) => {
          const found = changeVerdict(cut);
          return found.verdict === 'differs'
            ? t('verdict-differs', { points: signOf(found.points) + fullNumber(Math.abs(round(found.points))) })
            : t(`verdict-${found.verdict}`);
        },
        cell: (cut) => <Verdict cut={cut} />,
      },
      { id: 'setting', heading: t('setting'), width: 170, value: ({ setting }) => settingIn(setting, language) },
    ];
    return columns;
  }, [t, language, nameOf, organisationOf, prices, currency]);
}

function Change({ change, qualifier = '' }: { change: number | null; qualifier?: string }) {
  if (change === null) return <span className={classes.past}>–</span>;
  const tone = change < 0 ? classes.down : classes.up;
  return (
    <span className={`${classes.number} ${tone}`}>
      {qualifier} {percentText(change)}
    </span>
  );
}

function Verdict({ cut }: { cut: PriceCut }) {
  const t = useTexts(pricesTexts);
  const found = changeVerdict(cut);
  return (
    <span className={classes.verdict} data-verdict={found.verdict}>
      {found.verdict === 'differs'
        ? t('verdict-differs', { points: signOf(found.points) + fullNumber(Math.abs(round(found.points))) })
        : t(`verdict-${found.verdict}`)}
    </span>
  );
}

function asPercent(change: number | null): number | null {
  return change === null ? null : Number((change * 100).toPrecision(12));
}

function round(points: number): number {
  return Number(points.toFixed(2));
}

function keyOf({ modelId, direction, setting, date, fromFactId, toFactId, stated }: PriceCut): string {
  return [modelId, direction, setting, date, fromFactId, toFactId, stated?.factId].join(' ');
}

function factsOfCut({ fromFactId, toFactId, stated }: PriceCut): string[] {
  return [fromFactId, toFactId, stated?.factId ?? null].filter((factId) => factId !== null);
}

function factOfCell({ fromFactId, toFactId, stated }: PriceCut, columnId: string): string | null {
  if (columnId === 'from') return fromFactId;
  if (columnId === 'to') return toFactId;
  return columnId === 'stated' ? (stated?.factId ?? null) : null;
}
