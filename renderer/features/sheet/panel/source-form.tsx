/**
 * The fields of one citation, in its place: taken on Enter or on leaving, put back on Esc. What cannot
 * be taken stays open and says why.
 */
import { Autocomplete, Button, Textarea, TextInput } from '@mantine/core';
import { type FocusEvent, type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Source } from '../../../../shared/facts.ts';
import type { SourceRef } from '../../../../shared/sheet.ts';
import { failureText } from '../../../shell/notices.tsx';
import { useLanguage, useTexts } from '../../../texts.ts';
import { citationOf } from '../../../ui/citation.ts';
import { type CitationDraft, citedOf } from './cited-source.ts';
import { panelTexts } from './panel-texts.ts';
import classes from './side-panel.module.css';

type SourceFormProps = {
  known: readonly Source[];
  initial: CitationDraft;
  /** The field to begin with. */
  first: 'document' | 'place';
  /** Throws where the citation is refused. */
  onSave: (cited: SourceRef) => Promise<unknown>;
  /** `byKey` where the focus was in the form until now. */
  onClose: (byKey: boolean) => void;
};

export function SourceForm({ known, initial, first, onSave, onClose }: SourceFormProps) {
  const t = useTexts(panelTexts);
  useLanguage(); // failureText speaks the current language; this asks for a new rendering when it changes.
  const [draft, setDraft] = useState(initial);
  const [isMissing, setMissing] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const isListOpen = useRef(false);
  const isDone = useRef(false);
  const put = (field: Partial<CitationDraft>) => setDraft((before) => ({ ...before, ...field }));

  const close = (byKey: boolean) => {
    isDone.current = true;
    onClose(byKey);
  };
  const save = async (byKey: boolean) => {
    if (isDone.current) return;
    const isUntouched = draft.document === initial.document && draft.place === initial.place;
    if (isUntouched && draft.wording === initial.wording) return close(byKey);
    const cited = citedOf(draft, known);
    setMissing(cited === null);
    if (cited === null) return;
    isDone.current = true;
    try {
      await onSave(cited);
      onClose(byKey);
    } catch (refused) {
      isDone.current = false;
      setFailure(refused);
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save(true);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    // Where the window itself loses the focus (to copy the wording from the report), the field keeps it in the page.
    const isInside = [relatedTarget, document.activeElement].some((at) => at && currentTarget.contains(at));
    if (!isInside) void save(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape' || isListOpen.current) return;
    event.stopPropagation();
    close(true);
  };
  const onWordingKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void save(true);
  };

  return (
    <form className={classes.sourceForm} onSubmit={onSubmit} onBlur={onBlur} onKeyDownCapture={onKeyDown}>
      <Autocomplete
        label={t('sourceDocument')}
        placeholder={t('sourceDocumentHint')}
        size="xs"
        value={draft.document}
        error={isMissing && t('sourceDocumentMissing')}
        data={known.map(citationOf)}
        maxLength={500}
        autoFocus={first === 'document'}
        comboboxProps={{ withinPortal: true }}
        onDropdownOpen={() => {
          isListOpen.current = true;
        }}
        onDropdownClose={() => {
          isListOpen.current = false;
        }}
        onChange={(value) => put({ document: value })}
      />
      <TextInput
        label={t('sourcePlace')}
        autoFocus={first === 'place'}
        placeholder={t('sourcePlaceHint')}
        value={draft.place}
        maxLength={480}
        onChange={(event) => put({ place: event.currentTarget.value })}
      />
      <Textarea
        label={t('sourceWording')}
        placeholder={t('sourceWordingHint')}
        value={draft.wording}
        maxLength={2000}
        rows={2}
        classNames={{ input: classes.wordingInput }}
        onKeyDown={onWordingKey}
        onChange={(event) => put({ wording: event.currentTarget.value })}
      />
      {failure !== null && (
        <p role="alert" className={classes.refusal}>
          {failureText(failure)}
        </p>
      )}
      <div className={classes.formButtons}>
        <Button type="submit">{t('save')}</Button>
        <Button variant="default" onClick={() => close(true)}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
