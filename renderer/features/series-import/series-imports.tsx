/** The files of series there have been, each with its vendor. */
import { useSeriesAnswer } from '../../charts/use-series-answer.ts';
import { EarlierImports } from '../../imports/earlier-imports.tsx';
import { useTexts } from '../../texts.ts';
import { seriesImportTexts } from './series-import-texts.ts';
import { withdrawImport } from './withdraw-import.ts';

export function SeriesImports() {
  const t = useTexts(seriesImportTexts);
  const { answer, failure, retry } = useSeriesAnswer('listSeriesImports', {});
  return (
    <EarlierImports
      ofHeading={t('vendor')}
      imports={answer?.map((made) => ({
        ...made,
        file: made.fileName || t('byHand'),
        of: made.vendor,
        changed: made.restated,
      }))}
      failure={failure}
      retry={retry}
      onWithdraw={({ id, file }) => withdrawImport(id, file)}
    />
  );
}
