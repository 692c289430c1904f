/** How the line changed, newest first; an entry opens to what was there before and after. */
import { useMemo, useState } from 'react';
import type { HistoryEntry } from '../../../../shared/contract.ts';
import { inLanguage } from '../../../../shared/language.ts';
import type { Line } from '../../../../shared/sheet.ts';
import { call } from '../../../api.ts';
import { useLanguage, useMessageText, useTexts } from '../../../texts.ts';
import { Section } from '../../../ui/panel-section.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { findScenario, type SheetData } from '../sheet-data.ts';
import { detailsOf, type EditDetail } from './edit-details.ts';
import { panelTexts } from './panel-texts.ts';
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
    <li className={classes.edit} data-state={entry.state}>
      <details>
        <summary title={say(entry.label)}>
          <span className={classes.editLabel}>
            {details.length === 1 ? <DetailName data={data} detail={details[0]} /> : say(entry.label)}
          </span>
          <span className={classes.aside}>
            {entry.state !== 'done' && `${t(entry.state)} · `}
            <RelativeTime iso={entry.at} />
          </span>
        </summary>
        <ul className={classes.details}>
          {details.map((detail) => (
            <li key={keyOf(detail)}>
              {details.length > 1 && (
                <span className={classes.aside}>
                  <DetailName data={data} detail={detail} />
                </span>
              )}
              {'before' in detail && <BeforeAndAfter before={detail.before} after={detail.after} />}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

/** What of the line changed: a field, a cell by its scenario, or the whole line. */
function DetailName({ data, detail }: { data: SheetData; detail: EditDetail }) {
  const t = useTexts(panelTexts);
  const language = useLanguage();
  if (detail.what !== 'cell') return t(detail.what);
  const scenario = findScenario(data, detail.scenarioId);
  const where = [scenario && inLanguage(scenario.name, language), detail.period].filter(Boolean).join(' · ');
  return t('contentOf', { where, content: detail.after ?? t('nothingThere') });
}

function BeforeAndAfter({ before, after }: { before: string | null; after: string | null }) {
  const t = useTexts(panelTexts);
  return (
    <span className={classes.change}>
      <del>{before || t('nothingThere')}</del>
      <span aria-hidden="true">→</span>
      <ins>{after || t('nothingThere')}</ins>
    </span>
  );
}

function keyOf(detail: EditDetail): string {
  return detail.what === 'cell' ? `${detail.scenarioId}/${detail.period}` : detail.what;
}
