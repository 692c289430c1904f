/** The list of prices: every model with what its tokens cost in and out, in both currencies, and as its source prints it. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import type { Language } from '../../../shared/language.ts';
import type { Price } from '../../../shared/model-methods.ts';
import { type PriceCurrency, perMillion } from '../../../shared/prices.ts';
import { settingIn } from '../../../shared/setting-words.ts';
import { openFact, openNewFact, useOpenFactId } from '../../facts/open-fact.ts';
import { fullPlaceText } from '../../facts/place-text.ts';
import { useFactsData, useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useSettingText, useTexts } from '../../texts.ts';
import type { DataColumn } from '../../ui/data-table/data-columns.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import type { MenuEntry } from '../../ui/data-table/row-menu.tsx';
import { fullNumber } from '../../ui/number-text.ts';
import { PriceMarks, useMarkWords } from './price-marks.tsx';
import { factsOfRow, type PriceRow, priceRows } from './price-rows.ts';
import { asPrinted, priceNumber, printedOfRow } from './price-text.ts';
import classes from './prices.module.css';
import { pricesTexts } from './prices-texts.ts';
import type { PricesAnswer, ViewProps } from './view-props.ts';

const keyOf = ({ key }: PriceRow) => key;
/** Beyond a laptop's: everything is read without dragging. */
const MEDIUM = '(min-width: 1400px)';
const WIDE = '(min-width: 1600px)';
/** What is cut at 1280 pixels has its room in a wider window. */
const WIDTHS = {
  narrow: { model: 172, price: 112, printed: 222, place: 122 },
  medium: { model: 190, price: 116, printed: 270, place: 190 },
  wide: { model: 220, price: 150, printed: 280, place: 200 },
};

export function PriceTable({ answer, query, onChange }: ViewProps) {
  const t = useTexts(pricesTexts);
  const nameOf = useNameOf();
  const organisationOf = useOrganisationOf();
  const openId = useOpenFactId();
  const settingText = useSettingText();
  const columns = useColumns(answer, organisationOf);
  const all = useMemo(() => priceRows(answer.prices, answer.freeTiers, query.withPast), [answer, query.withPast]);
  const rows = useMemo(() => {
    const words = fold(query.text).split(/\s+/).filter(Boolean);
    const textOf = ({ modelId, setting }: PriceRow) =>
      fold(`${modelId} ${nameOf(modelId)} ${organisationOf(modelId)} ${settingText(setting)}`);
    return words.length === 0 ? all : all.filter((row) => words.every((word) => textOf(row).includes(word)));
  }, [all, query.text, nameOf, organisationOf, settingText]);
  const selected = useMemo(
    () => new Set(rows.filter((row) => idsOfRow(row).some((id) => id === openId)).map(keyOf)),
    [rows, openId],
  );
  const open = (row: PriceRow, columnId: string) => {
    const among = idsOfRow(row);
    const [first] = among;
    const wanted = factOfCell(row, columnId) ?? first;
    if (wanted !== undefined) openFact(wanted, columnId === 'printed' ? among : undefined);
  };
  const menu = (row: PriceRow): MenuEntry[] => {
    const both = factsOfRow(row);
    const entries = both.map(({ factId, direction }) => ({
      label: t('showOf', { what: t(direction) }),
      icon: 'open' as const,
      run: () => openFact(factId),
    }));
    const free = row.freeTiers.map(({ factId }) => ({
      label: t('showOf', { what: t('freeTier') }),
      icon: 'open' as const,
      run: () => openFact(factId),
    }));
    return [...entries, ...free];
  };
  return (
    <>
      <DataTable
        label={t('tableTitle')}
        title={pricesTexts.tableTitle}
        rows={rows}
        columns={columns}
        rowKey={keyOf}
        selected={selected}
        onOpen={open}
        rowMenu={menu}
        toolbar={
          <>
            <TextInput
              className={classes.search}
              type="search"
              aria-label={t('find')}
              placeholder={t('find')}
              value={query.text}
              onChange={(event) => onChange({ text: event.currentTarget.value })}
            />
            <Checkbox
              size="xs"
              label={t('withPast')}
              checked={query.withPast}
              onChange={(event) => onChange({ withPast: event.currentTarget.checked })}
            />
          </>
        }
        empty={
          all.length > 0 ? (
            t('nothingFound', { text: query.text })
          ) : (
            <>
              <p>{t('noPrices')}</p>
              <Button onClick={() => openNewFact({ metric: 'price-input', unit: 'CNY/百万token' })}>
                {t('addPrice')}
              </Button>
            </>
          )
        }
      />
      <LeftOut answer={answer} />
    </>
  );
}

function LeftOut({ answer: { leftOut } }: { answer: PricesAnswer }) {
  const t = useTexts(pricesTexts);
  const nameOf = useNameOf();
  if (leftOut.length === 0) return null;
  return (
    <p className={classes.notes}>
      {t('leftOut', { count: leftOut.length })}
      {leftOut.map(({ factId, modelId, unit }) => (
        <button key={factId} type="button" className={classes.link} onClick={() => openFact(factId)}>
          {nameOf(modelId)} {unit}
        </button>
      ))}
    </p>
  );
}

function useColumns(
  answer: PricesAnswer,
  organisationOf: (modelId: string) => string,
): readonly DataColumn<PriceRow>[] {
  const t = useTexts(pricesTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  const wordsOf = useMarkWords();
  const [isMedium, isWide] = [useMediaQuery(MEDIUM) === true, useMediaQuery(WIDE) === true];
  const widths = WIDTHS[isWide ? 'wide' : isMedium ? 'medium' : 'narrow'];
  const { cnyPerUsd } = answer;
  return useMemo(() => {
    const atRate = cnyPerUsd === null ? t('asIs') : t('atRate', { rate: fullNumber(cnyPerUsd) });
    const price = (direction: 'input' | 'output', currency: PriceCurrency): DataColumn<PriceRow> => {
      const pick = (row: PriceRow) => {
        const own = row[direction];
        return own === null ? null : perMillion(own, currency);
      };
      return {
        id: `${direction}-${currency}`,
        heading: t(direction),
        unit: t(`unit-${currency}`),
        hint: t('perMillionHint', { rate: atRate }),
        width: widths.price,
        align: 'right',
        value: pick,
        cell: (row) => <PriceCell value={pick(row)} isCurrent={row.standing === 'current'} />,
        exported: (row) => exportedPrice(row[direction], wordsOf, language),
      };
    };
    const columns: DataColumn<PriceRow>[] = [
      {
        id: 'model',
        heading: t('model'),
        width: widths.model,
        value: ({ modelId, setting }) => [nameOf(modelId), settingIn(setting, language)].filter(Boolean).join(' · '),
        cell: ({ modelId, setting }) => (
          <>
            {nameOf(modelId)} {setting !== '' && <span className={classes.aside}>{settingIn(setting, language)}</span>}
          </>
        ),
      },
      { id: 'organisation', heading: t('organisation'), width: 100, value: ({ modelId }) => organisationOf(modelId) },
      price('input', 'CNY'),
      price('output', 'CNY'),
      price('input', 'USD'),
      price('output', 'USD'),
      {
        id: 'printed',
        heading: t('asPrinted'),
        width: widths.printed,
        value: (row) => printedOfRow(row, language),
        cell: (row) => (
          <span className={factsOfRow(row).length === 0 ? classes.free : undefined}>{printedOfRow(row, language)}</span>
        ),
        title: (row) =>
          factsOfRow(row).length === 2 && row.input !== null && row.output !== null
            ? t('inputAndOutput', { input: asPrinted(row.input, language), output: asPrinted(row.output, language) })
            : printedOfRow(row, language),
        exported: (row) => ({ factId: idsOfRow(row)[0] ?? null }),
      },
      { id: 'date', heading: t('date'), hint: t('dateHint'), width: 104, value: datesOf },
      { id: 'place', heading: t('place'), width: widths.place, value: placesOf },
      {
        id: 'marks',
        heading: t('marks'),
        width: 64,
        value: (row) =>
          [...(row.standing === 'current' ? [] : [t(row.standing)]), ...factsOfRow(row).flatMap(wordsOf)].join(', '),
        cell: (row) => <PriceMarks prices={factsOfRow(row)} standing={row.standing} />,
      },
    ];
    return columns;
  }, [t, language, nameOf, organisationOf, wordsOf, cnyPerUsd, widths]);
}

function PriceCell({ value, isCurrent }: { value: number | null; isCurrent: boolean }) {
  const language = useLanguage();
  if (value === null) return <span className={classes.past}>–</span>;
  const tone = value === 0 ? classes.free : isCurrent ? '' : classes.past;
  return <span className={`${classes.number} ${tone}`}>{priceNumber(value, language)}</span>;
}

function exportedPrice(price: Price | null, wordsOf: (price: Price) => string[], language: Language) {
  if (price === null) return {};
  const { factId, setting } = price;
  return { factId, remark: [settingIn(setting, language), ...wordsOf(price)].filter(Boolean).join('; ') };
}

/** Of a model or an app: who made it; '' where that is not known. */
export function useOrganisationOf(): (modelId: string) => string {
  const { entities } = useFactsData();
  const nameOf = useNameOf();
  return useMemo(
    () => (modelId) => {
      const organisationId = entities.get(modelId)?.organisationId ?? '';
      return organisationId === '' ? '' : nameOf(organisationId);
    },
    [entities, nameOf],
  );
}

function idsOfRow(row: PriceRow): string[] {
  return [...factsOfRow(row), ...row.freeTiers].map(({ factId }) => factId);
}

function factOfCell({ input, output }: PriceRow, columnId: string): string | undefined {
  if (columnId.startsWith('output')) return output?.factId;
  return input?.factId ?? output?.factId;
}

/** Each once: input and output mostly share them. */
function datesOf(row: PriceRow): string {
  const dates = [...factsOfRow(row), ...(factsOfRow(row).length === 0 ? row.freeTiers : [])].map(({ date }) => date);
  return [...new Set(dates)].filter(Boolean).join(' / ');
}

function placesOf(row: PriceRow): string {
  const said = factsOfRow(row).length === 0 ? row.freeTiers : factsOfRow(row);
  return [...new Set(said.map(fullPlaceText))].join(' / ');
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
