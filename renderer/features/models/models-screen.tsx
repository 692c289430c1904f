/** Models: scores by benchmark side by side, compared in one setting, with charts and the cheapest that reaches a score. */
import { Button } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { useTexts } from '../../texts.ts';
import { DataTable } from '../../ui/data-table/data-table.tsx';
import { columnsOf } from './columns.ts';
import { Legend } from './legend.tsx';
import { matrixOf } from './matrix.ts';
import { MatrixTable } from './matrix-table.tsx';
import classes from './models.module.css';
import { AT_START, isFiltered } from './models-query.ts';
import { modelsTexts } from './models-texts.ts';
import { ModelsToolbar } from './models-toolbar.tsx';
import { type ModelsData, useModels, useModelsQuery } from './use-models.ts';

const ViewPane = lazy(() => import('./view-pane.tsx'));
const FEWEST_SCORES = 2;

export default function ModelsScreen() {
  const t = useTexts(modelsTexts);
  const { data, failure, retry } = useModels();
  if (data !== null) return <Comparison data={data} />;
  return (
    <DataTable
      label={t('matrix')}
      title={modelsTexts.title}
      rows={NOTHING}
      columns={NOTHING}
      rowKey={String}
      isLoading={failure === null}
      failure={failure}
      onRetry={retry}
    />
  );
}

const NOTHING: readonly never[] = [];

function Comparison({ data }: { data: ModelsData }) {
  const t = useTexts(modelsTexts);
  const { query, change } = useModelsQuery();
  const columns = useMemo(() => columnsOf(query, data), [query, data]);
  const all = useMemo(() => {
    const { models, benchmarks, scores } = data;
    return matrixOf({ columns: columns.shown, models, benchmarks, scores, query });
  }, [columns, data, query]);
  const rows = useMemo(
    () =>
      query.rows === null
        ? all.filter(({ cells }) => cells.size >= Math.min(FEWEST_SCORES, columns.shown.length))
        : all.filter(({ benchmark }) => query.rows?.includes(benchmark.id)),
    [all, columns, query.rows],
  );
  const isWithoutColumns = columns.shown.length === 0;
  const empty = (
    <div className={classes.nothing}>
      <p>{t(isWithoutColumns ? 'noColumns' : 'noRows')}</p>
      <p className={classes.hint}>{t(isWithoutColumns ? 'noColumnsHint' : 'noRowsHint')}</p>
      {isFiltered(query) && (
        <Button variant="default" onClick={() => change(WITHOUT_FILTERS)}>
          {t('clearFilters')}
        </Button>
      )}
      <Button variant="default" onClick={() => change(AT_START)}>
        {t('reset')}
      </Button>
    </div>
  );
  return (
    <div className={classes.frame}>
      <div className={classes.screen}>
        <div className={classes.main}>
          <MatrixTable
            data={data}
            columns={columns.shown}
            rows={rows}
            query={query}
            change={change}
            toolbar={
              <ModelsToolbar data={data} columns={columns} all={all} rows={rows} query={query} change={change} />
            }
            empty={empty}
          />
          <Legend bounds={query.bounds} change={change} />
        </div>
        {query.view !== 'none' && (
          <Suspense>
            <ViewPane data={data} columns={columns.shown} rows={rows} query={query} change={change} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

const { organisations, sizes, openness, from, to, text } = AT_START;
const WITHOUT_FILTERS = { organisations, sizes, openness, from, to, text };
