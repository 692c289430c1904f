/** The words that made-up numbers bear wherever they are shown, copied or saved, and the chip that bears them. */
import type { Language } from '../../shared/language.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import { useLanguage } from '../texts.ts';
import classes from './demonstration-mark.module.css';

export function demonstrationWords(language: Language): string {
  return formatMessage(message('series.demonstration'), language);
}

export function DemonstrationMark({ title }: { title?: string }) {
  const language = useLanguage();
  return (
    <span className={classes.mark} title={title}>
      {demonstrationWords(language)}
    </span>
  );
}
