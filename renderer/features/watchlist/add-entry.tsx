/** The field by which a security is added to the list: a known one by code or name, a new one as `601360 三六零`. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { inLanguage } from '../../../shared/language.ts';
import { formatMessage } from '../../../shared/messages.ts';
import type { WatchGroup } from '../../../shared/securities.ts';
import { call } from '../../api.ts';
import { attemptWatchEdit } from '../../securities/securities-store.ts';
import { SecurityPicker } from '../../securities/security-picker.tsx';
import { showFailure } from '../../shell/notices.tsx';
import { useLanguage, useTexts } from '../../texts.ts';
import { outline } from './moves.ts';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type AddEntryProps = {
  listId: string;
  groups: readonly WatchGroup[];
  /** Where what is added goes; '' outside all groups. */
  groupId: string;
  onGroup: (groupId: string) => void;
};

const OUTSIDE = ' ';

export function AddEntry({ listId, groups, groupId, onGroup }: AddEntryProps) {
  const t = useTexts(watchlistTexts);
  const language = useLanguage();
  const [error, setError] = useState('');
  const add = async (entry: Parameters<typeof addEntries>[2][number]) => {
    setError('');
    await addEntries(listId, groupId, [entry]);
  };
  const addText = async (text: string) => {
    try {
      const [line] = (await call('readSecurities', { text })).lines;
      if (line === undefined) return;
      if (line.securityId !== null && line.problem === null) await add({ securityId: line.securityId });
      else if (line.draft !== null && line.problem === null) await add({ draft: line.draft });
      else setError(line.problem === null ? '' : formatMessage(line.problem, language));
    } catch (failure) {
      showFailure(failure);
    }
  };
  const places = outline(groups, null);
  return (
    <div className={classes.add}>
      <SecurityPicker
        className={classes.addField}
        label={t('addSecurity')}
        placeholder={t('addSecurity')}
        error={error}
        onPick={({ id }) => void add({ securityId: id })}
        onText={(text) => void addText(text)}
      />
      {places.length > 0 && (
        <Select
          size="xs"
          className={classes.addPlace}
          aria-label={t('toGroup')}
          allowDeselect={false}
          data={[
            { value: OUTSIDE, label: t('noGroup') },
            ...places.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) })),
          ]}
          value={groupId === '' ? OUTSIDE : groupId}
          onChange={(value) => onGroup(value === null || value === OUTSIDE ? '' : value)}
        />
      )}
    </div>
  );
}

/** Whether they were added; a refusal becomes a notice. */
export async function addEntries(
  listId: string,
  groupId: string,
  entries: Parameters<typeof call<'addEntries'>>[1]['entries'],
): Promise<boolean> {
  return (await attemptWatchEdit(call('addEntries', { listId, groupId, entries }))) !== null;
}
