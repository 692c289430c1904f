/** How the line changed, newest first; an entry opens to what was there before and after. */
import { useMemo, useState } from 'react';
import type { HistoryEntry } from '../../../../shared/contract.ts';
import { inLanguage } from '../../../../shared/language.ts';
import type { Line } from '../../../../shared/sheet.ts';
import { call } from '../../../api.ts';
import { useLanguage, useMessageText, useTexts } from '../../../texts.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { findScenario, type SheetData } from '../sheet-data.ts';
import { detailsOf, type EditDetail } from './edit-details.ts';
import { panelTexts } from './panel-texts.ts';
import { Section } from './section.tsx';
import classes from './side-panel.module.css';
import { useAnswer } from './use-answer.ts';

const SHOWN_AT_FIRST = 8;
const LIMIT = 200;

export function HistorySection({ data, line }: { data: SheetData; line: Line }) {
  const t = useTexts(panelTexts);
  const [limit, setLimit] = useState(SHOWN_AT_FIRST);
  const entries = useEdits(data, line.id);
  if (entries === undefined) return null;
  return (
    <Section title={t('history')}>
      {entries.length === 0 && <p className={classes.aside}>{t('noHistory')}</p>}
      <ol className={classes.history}>
        {entries.slice(0, limit).map((entry) => (
          <Edit key={entry.id} data={data} entry={entry} lineId={line.id} />
        ))}
      </ol>
      {entries.length > limit && (
        <button type="button" className={classes.link} onClick={() => setLimit(LIMIT)}>
          {t('olderEdits')}
        </button>
      )}
    </Section>
  );
}

type Question = { sheetId: string; lineId: number; revision: number };

function listEdits({ sheetId, lineId }: Question): Promise<HistoryEntry[]> {
  return call('listEdits', { sheetId, lineId, limit: LIMIT });
}

/** Asked again after each edit of the sheet. */
function useEdits(data: SheetData, lineId: number): HistoryEntry[] | undefined {
  const sheetId = data.sheet.id;
  const revision = data.state.revision;
  const question = useMemo(() => ({ sheetId, lineId, revision }), [sheetId, lineId, revision]);
  const known = useAnswer(question, listEdits);
  return known?.to.lineId === lineId ? known.answer : undefined;
}

function Edit({ data, entry, lineId }: { data: SheetData; entry: HistoryEntry; lineId: number }) {
  const t = useTexts(panelTexts);
  const say = useMessageText();
  const details = detailsOf(entry, lineId);
  return (
    <li>
      <details className={classes.edit} data-state={entry.state}>
        <summary>
          <span className={classes.editLabel}>{say(entry.label)}</span>
          <span className={classes.aside}>
            {entry.state !== 'done' && `${t(entry.state)} · `}
            <RelativeTime iso={entry.at} />
          </span>
        </summary>
        <ul className={classes.details}>
          {details.map((detail) => (
            <li key={keyOf(detail)}>
              <Detail data={data} detail={detail} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Detail({ data, detail }: { data: SheetData; detail: EditDetail }) {
  const t = useTexts(panelTexts);
  const language = useLanguage();
  if (detail.what === 'lineAdded' || detail.what === 'lineRemoved') return <>{t(detail.what)}</>;
  const scenario = detail.what === 'cell' ? findScenario(data, detail.scenarioId) : undefined;
  const name =
    detail.what === 'cell'
      ? [scenario && inLanguage(scenario.name, language), detail.period].filter(Boolean).join(' · ')
      : t(detail.what);
  return (
    <>
      <span className={classes.aside}>{name}</span>
      <span className={classes.change}>
        <del>{detail.before || t('nothingThere')}</del>
        <span aria-hidden="true">→</span>
        <ins>{detail.after || t('nothingThere')}</ins>
      </span>
    </>
  );
}

function keyOf(detail: EditDetail): string {
  return detail.what === 'cell' ? `${detail.scenarioId}/${detail.period}` : detail.what;
}
