/** Beside the list while no note is chosen. */
import { useTexts } from '../../texts.ts';
import { NewNoteMenu } from './new-note-menu.tsx';
import classes from './notes-screen.module.css';
import { screenTexts } from './screen-texts.ts';

export function NothingChosen() {
  const t = useTexts(screenTexts);
  return (
    <div className={classes.nothing}>
      <p>{t('chooseOne')}</p>
      <NewNoteMenu />
      <p className={classes.faint}>{t('keys')}</p>
    </div>
  );
}
