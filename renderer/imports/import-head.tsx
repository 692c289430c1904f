/** The head of an import's screen: the file, the way to another one, and whether it is read as an earlier one was. */
import { Button } from '@mantine/core';
import { useTexts } from '../texts.ts';
import { chooseFile } from '../ui/file-input.ts';
import { Icon } from '../ui/icon.tsx';
import { sizeOf } from './file-size.ts';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

type ImportHeadProps = {
  title: string;
  /** Null where none is chosen. A file that comes with the program has no size of its own. */
  chosen: { name: string; byteCount: number } | null;
  /** Of files that can be chosen: `.csv,.xlsx`. */
  endings: string;
  /** While a file is imported, none can be. */
  isImporting: boolean;
  onChoose: (file: File) => void;
  /** Given where the file is read as the last one of its shape was. */
  onGuessAnew: (() => void) | undefined;
};

export function ImportHead({ title, chosen, endings, isImporting, onChoose, onGuessAnew }: ImportHeadProps) {
  const t = useTexts(importTexts);
  return (
    <header className={classes.bar}>
      <h1 className={classes.title}>{title}</h1>
      {chosen !== null && (
        <span className={classes.file} title={chosen.name}>
          {chosen.name} {chosen.byteCount > 0 && <span className={classes.faint}>{sizeOf(chosen.byteCount)}</span>}
        </span>
      )}
      {chosen !== null && !isImporting && (
        <Button
          variant="default"
          leftSection={<Icon name="import" size={14} />}
          onClick={() => chooseFile(endings, onChoose)}
        >
          {t('otherFile')}
        </Button>
      )}
      {onGuessAnew && (
        <span className={classes.remembered}>
          {t('remembered')}
          <Button variant="subtle" size="compact-xs" onClick={onGuessAnew}>
            {t('guessAnew')}
          </Button>
        </span>
      )}
    </header>
  );
}
