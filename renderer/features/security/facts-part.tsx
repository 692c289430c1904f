/** Facts about the security's company, with the reports' words. */
import { Button } from '@mantine/core';
import type { SecurityView } from '../../../shared/securities.ts';
import { FactTable } from '../../facts/fact-table.tsx';
import { useFactsAnswer } from '../../facts/use-facts-answer.ts';
import { goTo } from '../../shell/routes.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import classes from './security.module.css';
import { securityTexts } from './security-texts.ts';

const SHOWN_AT_MOST = 500;

export function FactsPart({ security: { entityId, name } }: { security: SecurityView }) {
  const t = useTexts(securityTexts);
  if (entityId === '') return <p className={classes.hint}>{t('noEntity')}</p>;
  return <Facts entityId={entityId} name={name} />;
}

function Facts({ entityId, name }: Pick<SecurityView, 'entityId' | 'name'>) {
  const t = useTexts(securityTexts);
  const local = useLocalText();
  const filter = { subjectIds: [entityId], state: 'in-use' as const };
  const { answer, failure, retry } = useFactsAnswer('findFacts', { filter, limit: SHOWN_AT_MOST });
  const said = (language: 'zh' | 'en') => securityTexts.factsTitle[language].replace('{{name}}', name[language]);
  if (answer?.facts.length === 0) return <p className={classes.hint}>{t('noFacts')}</p>;
  return (
    <div className={classes.facts}>
      <FactTable
        label={t('factsTitle', { name: local(name) })}
        title={{ zh: said('zh'), en: said('en') }}
        facts={answer?.facts ?? []}
        isLoading={answer === undefined}
        failure={failure ?? undefined}
        onRetry={retry}
        toolbar={
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => goTo({ screen: 'search', query: new URLSearchParams({ subject: entityId }).toString() })}
          >
            {t('factsAbout')}
          </Button>
        }
      />
    </div>
  );
}
