/** What is said of a security: code, exchange, names in both languages, other names, sector. Of one that comes with the program the change is the user's own. */
import { Button, Checkbox, Select, TagsInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { currencyOf, EXCHANGES, type SecurityView } from '../../../shared/securities.ts';
import { call } from '../../api.ts';
import { attemptWatchEdit, editWatchlist } from '../../securities/securities-store.ts';
import { failureText, showUndoable } from '../../shell/notices.tsx';
import { useLocalText, useTexts } from '../../texts.ts';
import { useAnswer } from '../../use-answer.ts';
import { SidePane } from './side-pane.tsx';
import { undoWatchlist } from './undo.ts';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type SecurityFormProps = { security: SecurityView; onClose: () => void };

/** The files of the program do not change while it runs. */
const followNothing = () => () => undefined;
const KINDS = ['stock', 'index', 'industry'] as const;

export function SecurityForm({ security, onClose }: SecurityFormProps) {
  const t = useTexts(watchlistTexts);
  const local = useLocalText();
  const [draft, setDraft] = useState(security);
  const [failure, setFailure] = useState<unknown>(null);
  const { id: securityId } = security;
  const change = (changed: Partial<SecurityView>) => setDraft((before) => ({ ...before, ...changed }));
  const save = async () => {
    const { origin: _, id: __, tags: ___, ...fields } = draft;
    try {
      await editWatchlist(call('putSecurity', { securityId, security: fields }));
      onClose();
    } catch (refused) {
      setFailure(refused);
    }
  };
  const remove = async () => {
    if ((await attemptWatchEdit(call('deleteSecurity', { securityId }))) === null) return;
    showUndoable(watchlistTexts.securityDeleted, { name: local(security.name) }, () => void undoWatchlist());
    onClose();
  };
  const isOwn = security.origin === 'own';
  const bundled = useAnswer('findBundledSecurity', isOwn ? { securityId } : null, followNothing).answer ?? null;
  const reset = async () => {
    if ((await attemptWatchEdit(call('resetSecurity', { securityId }))) === null) return;
    const name = local(bundled?.name ?? security.name);
    showUndoable(watchlistTexts.securityReset, { name }, () => void undoWatchlist());
    onClose();
  };
  return (
    <SidePane title={t('editSecurity', { name: local(security.name) })} onClose={onClose}>
      <form
        className={classes.stack}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {(['zh', 'en'] as const).map((language) => (
          <TextInput
            key={language}
            label={t(`name-${language}`)}
            maxLength={200}
            value={draft.name[language]}
            onChange={(event) => change({ name: { ...draft.name, [language]: event.currentTarget.value } })}
          />
        ))}
        <div className={classes.pair}>
          <TextInput
            label={t('column-code')}
            maxLength={20}
            value={draft.code}
            // Who types a code knows it.
            onChange={(event) => change({ code: event.currentTarget.value, confidence: 'verified' })}
          />
          <Select
            size="xs"
            label={t('column-exchange')}
            allowDeselect={false}
            data={EXCHANGES.map((value) => ({ value, label: t(`exchange-${value}`) }))}
            value={draft.exchange}
            onChange={(value) => {
              const exchange = EXCHANGES.find((each) => each === value) ?? 'other';
              change({ exchange, currency: currencyOf(exchange) || draft.currency, confidence: 'verified' });
            }}
          />
        </div>
        {draft.code !== '' && (
          <Checkbox
            size="xs"
            label={t('codeChecked')}
            checked={draft.confidence !== 'recalled'}
            onChange={(event) => change({ confidence: event.currentTarget.checked ? 'verified' : 'recalled' })}
          />
        )}
        <div className={classes.pair}>
          <Select
            size="xs"
            label={t('kind')}
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: t(`kind-${value}`) }))}
            value={draft.kind}
            onChange={(value) => change({ kind: KINDS.find((each) => each === value) ?? 'stock' })}
          />
          <TextInput
            label={t('currency')}
            maxLength={3}
            value={draft.currency}
            onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
          />
        </div>
        <div className={classes.pair}>
          {(['zh', 'en'] as const).map((language) => (
            <TextInput
              key={language}
              label={t(`sector-${language}`)}
              maxLength={100}
              value={draft.sector[language]}
              onChange={(event) => change({ sector: { ...draft.sector, [language]: event.currentTarget.value } })}
            />
          ))}
        </div>
        <TagsInput
          size="xs"
          label={t('otherNames')}
          value={draft.aliases}
          maxTags={50}
          onChange={(aliases) => change({ aliases: aliases.map((alias) => alias.slice(0, 200)) })}
        />
        {failure !== null && (
          <p className={classes.refusal} role="alert">
            {failureText(failure)}
          </p>
        )}
        {security.origin === 'bundled' && <p className={classes.hint}>{t('becomesOwn')}</p>}
        <div className={classes.buttons}>
          {isOwn && (
            <Button variant="subtle" onClick={() => void remove()}>
              {t('deleteSecurity')}
            </Button>
          )}
          {bundled !== null && (
            <Button variant="subtle" title={t('resetHint')} onClick={() => void reset()}>
              {t('reset')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{t('save')}</Button>
        </div>
      </form>
    </SidePane>
  );
}
