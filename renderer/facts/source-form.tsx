/**
 * A source of the user's own, new or changed: what it is, and where the document lies. It is never opened by itself.
 * Of one that comes with the program only the place of the user's copy is theirs to say.
 */
import { Button, Select, TextInput } from '@mantine/core';
import { type DragEvent, type FormEvent, useState } from 'react';
import type { Source } from '../../shared/facts.ts';
import { languageSchema } from '../../shared/language.ts';
import { call } from '../api.ts';
import { failureText } from '../shell/notices.tsx';
import { Refusal } from '../shell/refusal.ts';
import { goTo } from '../shell/routes.ts';
import { useLanguage, useTexts } from '../texts.ts';
import { citationOf } from '../ui/citation.ts';
import classes from './fact-panel.module.css';
import { factTexts } from './fact-texts.ts';
import { attemptEdit, editFacts } from './facts-store.ts';
import { closeFactPanel } from './open-fact.ts';
import { freeSourceId } from './source-id.ts';
import { useFactsData } from './use-facts-data.ts';

type SourceFields = Omit<Source, 'origin'>;

export function SourceForm({ sourceId }: { sourceId: string | null }) {
  const { sources, status } = useFactsData();
  if (sourceId === null) return <Form initial={null} />;
  const known = sources.get(sourceId);
  return status === 'ready' && known ? <Form initial={known} /> : null;
}

function Form({ initial }: { initial: Source | null }) {
  const t = useTexts(factTexts);
  const language = useLanguage();
  const { sources } = useFactsData();
  const [fields, setFields] = useState<SourceFields>(
    () => initial ?? { id: '', title: '', publisher: '', date: '', language, link: '' },
  );
  const [failure, setFailure] = useState<unknown>(null);
  const [isOver, setOver] = useState(false);
  const isBundled = initial?.origin === 'bundled';
  const put = (changed: Partial<SourceFields>) => setFields((before) => ({ ...before, ...changed }));
  const text = (field: 'title' | 'publisher' | 'date' | 'link') => ({
    value: fields[field],
    onChange: (event: { currentTarget: { value: string } }) => put({ [field]: event.currentTarget.value }),
  });

  const save = async () => {
    try {
      const title = fields.title.trim();
      if (title === '') throw new Refusal(factTexts['missing-title']);
      const id = initial?.id ?? freeSourceId(title, new Set(sources.keys()));
      const { publisher, date, language: written, link } = fields;
      const source = {
        id,
        title,
        publisher: publisher.trim(),
        date: date.trim(),
        language: written,
        link: link.trim(),
      };
      await editFacts(
        isBundled ? call('setSourceLink', { sourceId: id, link: link.trim() }) : call('putSource', { source }),
      );
      closeFactPanel();
      goTo({ screen: 'sources', sourceId: id });
    } catch (refused) {
      setFailure(refused);
    }
  };
  const remove = async (id: string) => {
    if (!(await attemptEdit(call('deleteSource', { sourceId: id })))) return;
    closeFactPanel();
    goTo({ screen: 'sources' });
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const link = droppedLink(event.dataTransfer);
    if (link === '') return;
    put({ link, title: fields.title || nameWithoutEnding(link) });
  };
  return (
    <form
      className={classes.form}
      onSubmit={onSubmit}
      aria-label={t('panel-source')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {isBundled ? (
        <p className={classes.subject}>{citationOf(initial)}</p>
      ) : (
        <>
          <TextInput label={t('sourceTitle')} maxLength={500} autoFocus {...text('title')} />
          <TextInput label={t('publisher')} maxLength={500} {...text('publisher')} />
          <div className={classes.pair}>
            <TextInput label={t('published')} placeholder="2024-07-19" maxLength={10} {...text('date')} />
            <Select
              label={t('language')}
              data={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              value={fields.language}
              onChange={(chosen) => put({ language: languageSchema.parse(chosen) })}
            />
          </div>
        </>
      )}
      <TextInput
        label={t('link')}
        placeholder={t('linkHint')}
        maxLength={4096}
        autoFocus={isBundled}
        {...text('link')}
      />
      {isBundled && <p className={classes.aside}>{t('ownLinkHint')}</p>}
      <p className={classes.drop} data-over={isOver || undefined}>
        {t('dropHint')}
      </p>
      {failure !== null && (
        <p role="alert" className={classes.refusal}>
          {failureText(failure)}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit">{t(initial === null ? 'addSource' : 'save')}</Button>
        <Button variant="default" onClick={closeFactPanel}>
          {t('cancel')}
        </Button>
        {initial?.origin === 'own' && (
          <Button variant="subtle" color="red" onClick={() => void remove(initial.id)}>
            {t('deleteSource')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A browser tells the address of a dropped link, and of a file its name alone. */
function droppedLink(dropped: DataTransfer): string {
  const address = dropped.getData('text/uri-list').split('\n')[0].trim();
  return address || (dropped.files[0]?.name ?? '') || dropped.getData('text/plain').trim();
}

function nameWithoutEnding(link: string): string {
  const name = link.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\.[a-z0-9]{1,5}$/i, '');
}
