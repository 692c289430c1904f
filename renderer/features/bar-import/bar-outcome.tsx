/** What an import of prices did; it is shown on the security's page. */
import { Button } from '@mantine/core';
import type { BarImportOutcome } from '../../../shared/bar-import.ts';
import { OutcomePane } from '../../imports/outcome-pane.tsx';
import { useSecurityName } from '../../securities/use-securities.ts';
import { goTo } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { session, withdrawImport } from './bar-import-store.ts';
import { barImportTexts } from './bar-import-texts.ts';
import { OutcomeCounts } from './outcome-counts.tsx';

export function BarOutcome({ outcome, file }: { outcome: BarImportOutcome; file: string }) {
  const t = useTexts(barImportTexts);
  const nameOf = useSecurityName();
  const { importId, securityIds } = outcome;
  const [only] = securityIds.length === 1 ? securityIds : [];
  return (
    <OutcomePane
      title={t('title')}
      file={file}
      importId={importId}
      counts={<OutcomeCounts outcome={outcome} />}
      show={
        only === undefined ? (
          <Button autoFocus onClick={() => goTo({ screen: 'watchlist' })}>
            {t('showWatchlist')}
          </Button>
        ) : (
          <Button autoFocus onClick={() => goTo({ screen: 'security', securityId: only })}>
            {t('showSecurity', { name: nameOf(only) })}
          </Button>
        )
      }
      withdraw={withdrawImport}
      onNext={() => session.startOver()}
    />
  );
}
