/**
 * Where a computed cell comes from in the end: the sources of all facts and inputs that it was computed
 * from, with the weakest confidence and the oldest date among them. Each leads to the fact or the line.
 */
import { useMemo, useState } from 'react';
import type { Output } from '../../../../shared/contract.ts';
import { inLanguage } from '../../../../shared/language.ts';
import { labelOfFact } from '../../../../shared/line-of-fact.ts';
import type { CellAddress } from '../../../../shared/values.ts';
import { call } from '../../../api.ts';
import { useFacts } from '../../../facts/facts-store.ts';
import { figureText } from '../../../facts/figure-text.ts';
import { openFact } from '../../../facts/open-fact.ts';
import { placeText } from '../../../facts/place-text.ts';
import { goTo } from '../../../shell/routes.ts';
import { useLanguage, useTexts } from '../../../texts.ts';
import { citationOf } from '../../../ui/citation.ts';
import { demonstrationWords } from '../../../ui/demonstration-mark.tsx';
import { Section } from '../../../ui/panel-section.tsx';
import { isSameCell } from '../panel/cell-name.ts';
import { useAnswer } from '../panel/use-answer.ts';
import type { SheetData } from '../sheet-data.ts';
import { jumpTo } from '../sheet-store.ts';
import classes from './facts.module.css';
import { sheetFactTexts } from './sheet-fact-texts.ts';

type Traced = Output<'traceSources'>;
type OriginSectionProps = { data: SheetData; cell: CellAddress; version: number };
/** The versions say when to ask again: of the sheet, and of the facts, which may change in more than their figures. */
type Question = { sheetId: string; cell: CellAddress; version: number; factsVersion: number };

const SHOWN_AT_FIRST = 8;

function trace({ sheetId, cell }: Question): Promise<Traced> {
  return call('traceSources', { sheetId, cell });
}

export function OriginSection({ data, cell, version }: OriginSectionProps) {
  const t = useTexts(sheetFactTexts);
  const sheetId = data.sheet.id;
  const factsVersion = useFacts((state) => state.version);
  const { lineId, scenarioId, period } = cell;
  const question = useMemo(
    () => ({ sheetId, cell: { lineId, scenarioId, period }, version, factsVersion }),
    [sheetId, lineId, scenarioId, period, version, factsVersion],
  );
  const known = useAnswer(question, trace);
  if (known === undefined || !isSameCell(known.to.cell, question.cell)) {
    return <Section title={t('origin')}>{null}</Section>;
  }
  const { sources, confidence, oldestDate, unsourcedLineIds } = known.answer;
  const isEmpty = sources.length === 0 && unsourcedLineIds.length === 0;
  return (
    <Section title={t('origin')}>
      {isEmpty && <p className={classes.state}>{t('noOrigins')}</p>}
      {(confidence !== null || oldestDate !== '') && (
        <dl className={classes.summary}>
          {confidence !== null && (
            <>
              <dt>{t('weakest')}</dt>
              <dd>{t(`confidence-${confidence}`)}</dd>
            </>
          )}
          {oldestDate !== '' && (
            <>
              <dt>{t('oldest')}</dt>
              <dd>{oldestDate}</dd>
            </>
          )}
        </dl>
      )}
      {sources.map((source) => (
        <TracedSource key={source.sourceId} data={data} cell={cell} traced={source} />
      ))}
      {unsourcedLineIds.length > 0 && <Unsourced data={data} cell={cell} lineIds={unsourcedLineIds} />}
    </Section>
  );
}

type TracedSourceProps = { data: SheetData; cell: CellAddress; traced: Traced['sources'][number] };

function TracedSource({ data, cell, traced: { sourceId, source, facts, series, citations } }: TracedSourceProps) {
  const t = useTexts(sheetFactTexts);
  const language = useLanguage();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const rows = [
    ...facts.map((fact) => ({
      key: `fact ${fact.factId}`,
      name: inLanguage(labelOfFact(fact.setting, fact.subject, fact.metric), language),
      figure: figureText(fact, language),
      place: placeText({ sourceId, place: fact.place }),
      hint: fact.usedFactId === fact.factId ? fact.wording : `${t('chosenInstead')}\n${fact.wording}`,
      open: () => openFact(fact.usedFactId),
    })),
    ...series.map(({ seriesId, name, first, last, knownFrom, isDemonstration }) => ({
      key: `series ${seriesId}`,
      name: inLanguage(name, language),
      figure: first === last ? first : `${first} – ${last}`,
      place: isDemonstration ? demonstrationWords(language) : knownFrom,
      hint: seriesId,
      open: () => goTo({ screen: 'downloads' }),
    })),
    ...citations.map(({ lineId, place, wording }, at) => ({
      key: `line ${lineId} ${at}`,
      name: nameOfLine(data, lineId, language),
      figure: '',
      place: placeText({ sourceId, place }),
      hint: wording,
      open: () => jumpTo({ ...cell, lineId }),
    })),
  ];
  return (
    <div className={classes.source}>
      {source === null ? (
        <span className={classes.sourceTitle}>{sourceId}</span>
      ) : (
        <button type="button" className={classes.sourceTitle} onClick={() => goTo({ screen: 'sources', sourceId })}>
          {citationOf(source)}
        </button>
      )}
      <ul className={classes.labels}>
        {rows.slice(0, limit).map(({ key, name, figure, place, hint, open }) => (
          <li key={key}>
            <button type="button" className={classes.label} title={hint} onClick={open}>
              <span className={classes.name}>
                {name} <span className={classes.figure}>{figure}</span>
              </span>
              <span className={classes.place}>{place}</span>
            </button>
          </li>
        ))}
        {rows.length > limit && (
          <li>
            <button type="button" className={classes.label} onClick={() => setLimit(limit * 4)}>
              {t('more', { count: rows.length - limit })}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

function Unsourced({ data, cell, lineIds }: { data: SheetData; cell: CellAddress; lineIds: readonly number[] }) {
  const t = useTexts(sheetFactTexts);
  const language = useLanguage();
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  return (
    <div className={classes.source}>
      <span className={classes.unsourced}>{t('unsourced')}</span>
      <ul className={classes.labels}>
        {lineIds.slice(0, limit).map((lineId) => (
          <li key={lineId}>
            <button type="button" className={classes.label} data-unsourced onClick={() => jumpTo({ ...cell, lineId })}>
              {nameOfLine(data, lineId, language)}
            </button>
          </li>
        ))}
        {lineIds.length > limit && (
          <li>
            <button type="button" className={classes.label} onClick={() => setLimit(limit * 4)}>
              {t('more', { count: lineIds.length - limit })}
            </button>
          </li>
        )}
      </ul>
    </div>
  );
}

function nameOfLine(data: SheetData, lineId: number, language: 'zh' | 'en'): string {
  const line = data.lines.get(lineId);
  return line === undefined ? '' : inLanguage(line.label, language) || line.name;
}
