/** What an import of series did; it is shown as a chart. */
import { Button } from '@mantine/core';
import type { ImportOutcome } from '../../../shared/series-import.ts';
import { call } from '../../api.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { OutcomePane } from '../../imports/outcome-pane.tsx';
import { showFailure } from '../../shell/notices.tsx';
import { goTo } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { chartRouteOf } from './chart-of-import.ts';
import { OutcomeCounts } from './outcome-counts.tsx';
import { session } from './series-import-store.ts';
import { seriesImportTexts } from './series-import-texts.ts';
import { withdrawImport } from './withdraw-import.ts';

export function SeriesOutcome({ outcome, file }: { outcome: ImportOutcome; file: string }) {
  const t = useTexts(seriesImportTexts);
  const { entities } = useFactsData();
  const { importId, seriesIds } = outcome;

  const showChart = async () => {
    try {
      const known = await call('listSeries', {});
      goTo(chartRouteOf(seriesIds, known, (id) => entities.get(id)?.kind) ?? { screen: 'downloads' });
    } catch (failure) {
      showFailure(failure);
    }
  };
  return (
    <OutcomePane
      title={t('title')}
      file={file}
      importId={importId}
      counts={<OutcomeCounts outcome={outcome} />}
      show={
        seriesIds.length > 0 && (
          <Button autoFocus onClick={() => void showChart()}>
            {t('showChart')}
          </Button>
        )
      }
      withdraw={withdrawImport}
      onNext={() => session.startOver()}
    />
  );
}
