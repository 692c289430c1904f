/** Securities pasted as codes or names, one a line: what each line is, what is wrong with it, and all that can be taken at once. */
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatMessage } from '../../../shared/messages.ts';
import type { ReadLine } from '../../../shared/watchlist-methods.ts';
import { call } from '../../api.ts';
import { useSecurityName } from '../../securities/use-securities.ts';
import { failureText, showUndoable } from '../../shell/notices.tsx';
import { useLanguage, useTexts } from '../../texts.ts';
import { addEntries } from './add-entry.tsx';
import { SidePane } from './side-pane.tsx';
import { undoWatchlist } from './undo.ts';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type PasteFormProps = { listId: string; groupId: string; groupTitle: string; onClose: () => void };

const READ_AFTER_MS = 200;

export function PasteForm({ listId, groupId, groupTitle, onClose }: PasteFormProps) {
  const t = useTexts(watchlistTexts);
  const [text, setText] = useState('');
  const [lines, setLines] = useState<readonly ReadLine[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  /** Of lines with a name that nothing bears: made only where they are ticked. */
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      call('readSecurities', { text }).then(
        (read) => {
          if (isStale) return;
          setLines(read.lines);
          setFailure(null);
        },
        (thrown) => isStale || setFailure(thrown),
      );
    }, READ_AFTER_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text]);
  const taken = lines.flatMap((line) => entryOf(line, ticked) ?? []);
  const bad = lines.filter((line) => line.problem !== null && entryOf(line, ticked) === null);
  const add = async () => {
    if (!(await addEntries(listId, groupId, taken))) return;
    showUndoable(watchlistTexts.added, { count: taken.length }, () => void undoWatchlist());
    onClose();
  };
  return (
    <SidePane title={t('pasteTitle', { group: groupTitle })} onClose={onClose}>
      <div className={classes.stack}>
        <Textarea
          label={t('pasteLabel')}
          placeholder={'688111.SH\n0700.HK\n金山办公\n601360 三六零'}
          rows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {failure !== null && <p role="alert">{failureText(failure)}</p>}
        {lines.length > 0 && (
          <p role="status" className={classes.hint}>
            {t('pasteCount', { lines: lines.length, taken: taken.length, bad: bad.length })}
          </p>
        )}
        <Lines lines={lines} ticked={ticked} onTick={setTicked} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={taken.length === 0} onClick={() => void add()}>
            {t('addCount', { count: taken.length })}
          </Button>
        </div>
      </div>
    </SidePane>
  );
}

function entryOf({ line, securityId, draft, problem }: ReadLine, ticked: ReadonlySet<number>) {
  if (securityId !== null) return problem === null ? { securityId } : null;
  return draft !== null && (problem === null || ticked.has(line)) ? { draft } : null;
}

/** More lines are counted, not shown. */
const SHOWN_AT_MOST = 300;

type LinesProps = {
  lines: readonly ReadLine[];
  ticked: ReadonlySet<number>;
  onTick: (ticked: ReadonlySet<number>) => void;
};

function Lines({ lines, ticked, onTick }: LinesProps) {
  const t = useTexts(watchlistTexts);
  const language = useLanguage();
  const nameOf = useSecurityName();
  // What is wrong comes first: it wants to be seen.
  const shown = lines.toSorted((a, b) => Number(a.problem === null) - Number(b.problem === null) || a.line - b.line);
  return (
    <ul className={classes.lines}>
      {shown.slice(0, SHOWN_AT_MOST).map(({ line, printed, securityId, draft, problem }) => (
        <li key={line} data-bad={problem !== null || undefined}>
          <span className={classes.lineNumber}>{t('line', { line })}</span>
          <span className={classes.linePrinted}>{printed}</span>
          <span className={classes.lineSaid}>
            {problem !== null
              ? formatMessage(problem, language)
              : securityId !== null
                ? `${nameOf(securityId)} ${securityId}`
                : t('newSecurity', { name: draft?.name[language] ?? '' })}
          </span>
          {problem !== null && draft !== null && (
            <Checkbox
              size="xs"
              label={t('makeIt')}
              checked={ticked.has(line)}
              onChange={(event) => {
                const now = new Set(ticked);
                if (event.currentTarget.checked) now.add(line);
                else now.delete(line);
                onTick(now);
              }}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
