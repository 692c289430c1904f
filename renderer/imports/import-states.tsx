/** What stands in the place of a file's rows: while the workbench is handed the file, and where it cannot read it. */
import { Button, Loader } from '@mantine/core';
import { failureText } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

type Session = { readAgain: () => Promise<void>; startOver: () => void };

export function Handing({ session }: { session: Session }) {
  const t = useTexts(importTexts);
  return (
    <div className={classes.state} role="status" aria-label={t('handing')}>
      <Loader size="sm" />
      <p>{t('handing')}</p>
      <Button variant="default" onClick={() => session.startOver()}>
        {t('cancel')}
      </Button>
    </div>
  );
}

export function Unreadable({ session, failure }: { session: Session; failure: unknown }) {
  const t = useTexts(importTexts);
  return (
    <div className={classes.state} role="alert">
      <p>{failureText(failure)}</p>
      <div className={classes.buttons}>
        <Button onClick={() => void session.readAgain()}>{t('retry')}</Button>
        <Button variant="default" onClick={() => session.startOver()}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
