/** The figure that one security shows in a column: a fact or a series found by its words, or any reference as typed. */
import { Button, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { inLanguage } from '../../../shared/language.ts';
import type { SecurityView } from '../../../shared/securities.ts';
import type { FigureColumn } from '../../../shared/watch-views.ts';
import { call } from '../../api.ts';
import { figureText } from '../../facts/figure-text.ts';
import { failureText } from '../../shell/notices.tsx';
import { useLanguage, useLocalText, useTexts } from '../../texts.ts';
import { titleOf } from './figure-columns.tsx';
import { SidePane } from './side-pane.tsx';
import type { WatchData } from './watch-data.ts';
import { changeSpec, type ShownSpec } from './watch-spec.ts';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type FigureFormProps = { security: SecurityView; spec: ShownSpec; data: WatchData; onClose: () => void };
type Choice = { ref: string; name: string; detail: string };

const NEW = 'new';
const FIND_AFTER_MS = 150;
const FOUND_AT_MOST = 30;

export function FigureForm({ security, spec, data, onClose }: FigureFormProps) {
  const t = useTexts(watchlistTexts);
  const local = useLocalText();
  const language = useLanguage();
  const [columnId, setColumnId] = useState(spec.figures[0]?.id ?? NEW);
  const [text, setText] = useState('');
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      findFigures(security, text, language).then(
        (found) => {
          if (isStale) return;
          setChoices(found);
          setFailure(null);
        },
        (thrown) => isStale || setFailure(thrown),
      );
    }, FIND_AFTER_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [security, text, language]);
  const choose = (ref: string, name: string) => {
    const own = { securityId: security.id, ref };
    if (columnId === NEW) {
      const column: FigureColumn = { id: `figures/${crypto.randomUUID()}`, title: name, metricId: '', refs: [own] };
      changeSpec({ figures: [...spec.figures, column], columns: [...spec.columns, column.id] });
    } else {
      const figures = spec.figures.map((column) =>
        column.id === columnId
          ? { ...column, refs: [...column.refs.filter(({ securityId }) => securityId !== security.id), own] }
          : column,
      );
      const columns = spec.columns.includes(columnId) ? spec.columns : [...spec.columns, columnId];
      changeSpec({ figures, columns });
    }
    onClose();
  };
  const isRef = /^(fact|series|sheet):\S/u.test(text.trim());
  return (
    <SidePane title={t('figureFor', { name: local(security.name) })} onClose={onClose}>
      <div className={classes.stack}>
        <Select
          size="xs"
          label={t('inColumn')}
          allowDeselect={false}
          data={[
            ...spec.figures.map((column) => ({ value: column.id, label: titleOf(column, { data, t }) })),
            { value: NEW, label: t('newColumn') },
          ]}
          value={columnId}
          onChange={(value) => setColumnId(value ?? NEW)}
        />
        <TextInput
          type="search"
          label={t('figureWords')}
          description={t('figureHint')}
          value={text}
          maxLength={500}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {failure !== null && <p role="alert">{failureText(failure)}</p>}
        {isRef && (
          <Button variant="default" onClick={() => choose(text.trim(), '')}>
            {t('takeRef', { ref: text.trim() })}
          </Button>
        )}
        <ul className={classes.choices}>
          {choices.map(({ ref, name, detail }) => (
            <li key={ref}>
              <button type="button" className={classes.choice} onClick={() => choose(ref, name)}>
                <span>{name}</span>
                <span className={classes.hint}>{detail}</span>
              </button>
            </li>
          ))}
        </ul>
        {choices.length === 0 && !isRef && <p className={classes.hint}>{t('noFigures')}</p>}
      </div>
    </SidePane>
  );
}

/** Of the security's company; with words, of anything. Series before single facts: they go on. */
async function findFigures({ entityId }: SecurityView, text: string, language: 'zh' | 'en'): Promise<Choice[]> {
  const words = text.trim();
  const ofCompany = words === '' && entityId !== '' ? { subjectIds: [entityId] } : null;
  if (words === '' && ofCompany === null) return [];
  const [series, { facts }, { hits }] = await Promise.all([
    ofCompany === null ? [] : call('listSeries', ofCompany),
    ofCompany === null
      ? { facts: [] }
      : call('findFacts', { filter: { ...ofCompany, state: 'in-use' }, limit: FOUND_AT_MOST }),
    words === '' ? { hits: [] } : call('search', { text: words, kinds: ['fact'], limit: FOUND_AT_MOST }),
  ]);
  const refs = [
    ...series.map(({ id }) => `series:${id}`),
    ...facts.map(({ id }) => `fact:${id}`),
    ...hits.map(({ id }) => `fact:${id}`),
  ];
  if (refs.length === 0) return [];
  const figures = await call('getFigures', { refs });
  return figures
    .filter(({ state }) => state === 'ok')
    .map((figure) => ({
      ref: figure.ref,
      name: inLanguage(figure.name, language),
      detail: [figureText(figure, language), figure.date, inLanguage(figure.sourceTitle, language)]
        .filter(Boolean)
        .join(' · '),
    }));
}
