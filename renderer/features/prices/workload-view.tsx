/** What a workload costs by model: tokens a day go in as typed, models come out ranked. */
import { TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Language } from '../../../shared/language.ts';
import { displayNumber } from '../../../shared/number-display.ts';
import type { PriceCurrency } from '../../../shared/prices.ts';
import { settingIn } from '../../../shared/setting-words.ts';
import { openFact, useOpenFactId } from '../../facts/open-fact.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { fullNumber } from '../../ui/number-text.ts';
import { factsOfRow, priceRows } from './price-rows.ts';
import { useOrganisationOf } from './price-table.tsx';
import classes from './prices.module.css';
import { pricesTexts } from './prices-texts.ts';
import type { ViewProps } from './view-props.ts';
import { parseCount, type WorkloadCost, workloadCosts } from './workload.ts';

type RankedCost = WorkloadCost & { rank: number | null };

const keyOf = ({ row }: RankedCost) => row.key;

export function WorkloadView({ answer, query, onChange }: ViewProps) {
  const t = useTexts(pricesTexts);
  const openId = useOpenFactId();
  const { currency, days } = query;
  const tokensIn = query.tokensIn || t('begin-in');
  const tokensOut = query.tokensOut || t('begin-out');
  const rate = answer.cnyPerUsd === null ? t('asIs') : t('atRate', { rate: fullNumber(answer.cnyPerUsd) });
  const rows = useMemo(() => {
    const workload = { tokensIn: parseCount(tokensIn) ?? 0, tokensOut: parseCount(tokensOut) ?? 0 };
    const costs = workloadCosts(
      priceRows(answer.prices, [], false),
      { ...workload, days: parseCount(days) ?? 0 },
      currency,
    );
    return costs.map((cost): RankedCost => ({ ...cost, rank: rankOf(cost, costs) }));
  }, [answer, currency, tokensIn, tokensOut, days]);
  const columns = useColumns(currency, days, Math.max(...rows.map(({ perDay }) => perDay ?? 0), 0));
  const selected = useMemo(
    () => new Set(rows.filter(({ row }) => factsOfRow(row).some(({ factId }) => factId === openId)).map(keyOf)),
    [rows, openId],
  );
  const open = ({ row }: RankedCost, columnId: string) => {
    const wanted = (columnId === 'out' ? row.output : row.input) ?? row.input ?? row.output;
    if (wanted !== null) openFact(wanted.factId);
  };
  return (
    <>
      <div className={classes.fields}>
        <CountField label={t('tokensIn')} value={tokensIn} onChange={(typed) => onChange({ tokensIn: typed })} />
        <CountField label={t('tokensOut')} value={tokensOut} onChange={(typed) => onChange({ tokensOut: typed })} />
        <CountField label={t('daysOfMonth')} value={days} isNarrow onChange={(typed) => onChange({ days: typed })} />
      </div>
      <DataTable
        label={t('workloadTitle')}
        title={pricesTexts.workloadTitle}
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        selected={selected}
        onOpen={open}
        toolbar={<span className={classes.aside}>{t('monthAndRate', { days, rate })}</span>}
        empty={t('noPrices')}
      />
    </>
  );
}

type CountFieldProps = { label: string; value: string; isNarrow?: boolean; onChange: (typed: string) => void };

/** What was typed last and is no count stays in the field with the reason; the table keeps the last count. */
function CountField({ label, value, isNarrow = false, onChange }: CountFieldProps) {
  const t = useTexts(pricesTexts);
  const language = useLanguage();
  const [refused, setRefused] = useState<string | null>(null);
  const typed = refused ?? value;
  const count = parseCount(typed);
  const read = count === null || refused !== null ? '' : displayNumber(count, PLAIN, language, { compact: true });
  return (
    <TextInput
      className={isNarrow ? `${classes.field} ${classes.narrow}` : classes.field}
      label={label}
      value={typed}
      inputMode="text"
      error={refused !== null && t('notACount')}
      description={isNarrow ? undefined : `= ${count === null ? '…' : `${fullNumber(count)} (${read})`}`}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => {
        const text = event.currentTarget.value;
        if (parseCount(text) === null) return setRefused(text);
        setRefused(null);
        onChange(text);
      }}
    />
  );
}

const PLAIN = { decimals: null, grouping: true };

/** Equal costs share a rank; what cannot be reckoned has none. */
function rankOf({ perDay }: WorkloadCost, all: readonly WorkloadCost[]): number | null {
  return perDay === null ? null : all.findIndex((other) => other.perDay === perDay) + 1;
}

function useColumns(currency: PriceCurrency, days: string, most: number): readonly DataColumn<RankedCost>[] {
  const t = useTexts(pricesTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  const organisationOf = useOrganisationOf();
  return useMemo(() => {
    const money = (id: string, pick: (cost: RankedCost) => number | null, width: number): DataColumn<RankedCost> => ({
      id,
      heading: '',
      unit: t(`money-${currency}`),
      width,
      align: 'right',
      value: pick,
      cell: (cost) => {
        const value = pick(cost);
        return value === null ? <span className={classes.past}>–</span> : moneyText(value, language);
      },
    });
    const alike = ({ input, output }: RankedCost['row']) =>
      input !== null && input.factId === output?.factId ? [t('alike')] : [];
    const remarkOf = ({ row, missing }: RankedCost) =>
      [
        ...missing.map((each) => t(`lacks-${each}`)),
        ...(row.input?.value === 0 && row.output?.value === 0 ? [t('free')] : alike(row)),
        ...(factsOfRow(row).some(({ date }) => date === '') ? [t('undatedPrice')] : []),
      ].join(language === 'zh' ? '；' : '; ');
    const perDay = money('day', (cost) => cost.perDay, 190);
    const columns: DataColumn<RankedCost>[] = [
      { id: 'rank', heading: t('rank'), width: 68, align: 'right', value: ({ rank }) => rank },
      { id: 'model', heading: t('model'), width: 180, value: ({ row }) => nameOf(row.modelId) },
      { id: 'organisation', heading: t('organisation'), width: 100, value: ({ row }) => organisationOf(row.modelId) },
      {
        ...perDay,
        heading: t('perDay'),
        cell: (cost) => (
          <span className={classes.barred}>
            <span className={classes.track} aria-hidden="true">
              <span
                className={classes.bar}
                style={{ width: most === 0 ? 0 : `${((cost.perDay ?? 0) / most) * 100}%` }}
              />
            </span>
            <span className={classes.amount}>{cost.perDay === null ? '–' : moneyText(cost.perDay, language)}</span>
          </span>
        ),
      },
      {
        ...money('month', (cost) => cost.perMonth, 130),
        heading: t('perMonth'),
        hint: t('monthHint', { days }),
      },
      { ...money('in', (cost) => cost.inPart, 120), heading: t('inPart') },
      { ...money('out', (cost) => cost.outPart, 120), heading: t('outPart') },
      { id: 'date', heading: t('date'), width: 104, value: ({ row }) => datesOf(row) },
      { id: 'remark', heading: t('remark'), width: 230, value: remarkOf },
      { id: 'setting', heading: t('setting'), width: 100, value: ({ row }) => settingIn(row.setting, language) },
    ];
    return columns;
  }, [t, language, nameOf, organisationOf, currency, days, most]);
}

function datesOf(row: RankedCost['row']): string {
  return [...new Set(factsOfRow(row).map(({ date }) => date))].filter(Boolean).join(' / ');
}

/** Money needs no more than four digits to be compared; the full number is in the tooltip. */
function moneyText(value: number, language: Language): string {
  const isLong = language === 'zh' || value >= 1e6;
  return displayNumber(Number(value.toPrecision(4)), PLAIN, language, { compact: isLong });
}
