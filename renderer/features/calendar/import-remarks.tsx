/** What of a file was not taken and why, by its line, and what recurs beyond what was taken. */
import { ActionIcon } from '@mantine/core';
import { calendarTexts } from '../../calendar/calendar-texts.ts';
import { useMessageText, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { useCalendarImport } from './calendar-files.ts';
import classes from './calendar-screen.module.css';

const SHOWN_AT_MOST = 200;

export function ImportRemarks() {
  const t = useTexts(calendarTexts);
  const say = useMessageText();
  const done = useCalendarImport((state) => state.done);
  if (done === null) return null;
  const { faults, remarks } = done.found;
  const all = [
    ...faults.map(({ line, reason }) => ({ line, text: say(reason) })),
    ...remarks.map(({ line, remark }) => ({ line, text: say(remark) })),
  ].toSorted((a, b) => a.line - b.line);
  if (all.length === 0) return null;
  const title = t('notTaken', { file: done.fileName });
  return (
    <section className={classes.remarks} aria-label={title}>
      <div className={classes.remarksHead}>
        <strong>{title}</strong>
        <ActionIcon
          size={22}
          aria-label={t('close')}
          title={t('close')}
          onClick={() => useCalendarImport.setState({ done: null })}
        >
          <Icon name="close" size={13} />
        </ActionIcon>
      </div>
      <ul>
        {all.slice(0, SHOWN_AT_MOST).map(({ line, text }) => (
          <li key={`${line} ${text}`}>
            <span className={classes.hint}>{t('line', { line })}</span> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
