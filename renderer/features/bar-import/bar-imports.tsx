/** The files of prices there have been, each with its securities. */
import { followBars } from '../../bars/follow-bars.ts';
import { EarlierImports } from '../../imports/earlier-imports.tsx';
import { useSecurityName } from '../../securities/use-securities.ts';
import { useTexts } from '../../texts.ts';
import { useAnswer } from '../../use-answer.ts';
import { withdrawImport } from './bar-import-store.ts';
import { barImportTexts } from './bar-import-texts.ts';

const NOTHING = {};
const NAMED = 4;

export function BarImports() {
  const t = useTexts(barImportTexts);
  const nameOf = useSecurityName();
  const { answer, failure, retry } = useAnswer('listBarImports', NOTHING, followBars);
  const namesOf = (securityIds: readonly string[]) =>
    securityIds.length > NAMED
      ? t('securitiesCount', { count: securityIds.length })
      : securityIds.map(nameOf).join(t('listSeparator'));
  return (
    <EarlierImports
      ofHeading={t('securities')}
      imports={answer?.map((made) => ({ ...made, file: made.fileName, of: namesOf(made.securityIds) }))}
      failure={failure}
      retry={retry}
      onWithdraw={({ id, file }) => withdrawImport(id, file)}
    />
  );
}
