/** The tags of the securities that are chosen: those that all have are shown, and what is added or taken away goes for all of them. */
import { Button, TagsInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { SecurityView } from '../../../shared/securities.ts';
import { call } from '../../api.ts';
import { attemptWatchEdit } from '../../securities/securities-store.ts';
import { useSecuritiesData } from '../../securities/use-securities.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { SidePane } from './side-pane.tsx';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type TagFormProps = { chosen: readonly SecurityView[]; onClose: () => void };

export function TagForm({ chosen, onClose }: TagFormProps) {
  const t = useTexts(watchlistTexts);
  const local = useLocalText();
  const { securities } = useSecuritiesData();
  const shared = useMemo(() => tagsOfAll(chosen), [chosen]);
  const [tags, setTags] = useState<readonly string[]>(shared);
  const known = useMemo(
    () => [...new Set([...securities.values()].flatMap((security) => security.tags))].sort(),
    [securities],
  );
  const [first] = chosen;
  const save = async () => {
    const dropped = shared.filter((tag) => !tags.includes(tag));
    const changed = chosen.map(({ id, tags: before }) => ({
      securityId: id,
      tags: [...new Set([...before.filter((tag) => !dropped.includes(tag)), ...tags])],
    }));
    if ((await attemptWatchEdit(call('setTags', { tags: changed }))) !== null) onClose();
  };
  return (
    <SidePane
      title={
        chosen.length === 1 ? t('tagsOf', { name: local(first.name) }) : t('tagsOfSeveral', { count: chosen.length })
      }
      onClose={onClose}
    >
      <form
        className={classes.stack}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TagsInput
          size="xs"
          label={t('column-tags')}
          description={chosen.length > 1 ? t('tagsHint') : undefined}
          placeholder={t('newTag')}
          data={known}
          value={[...tags]}
          maxTags={50}
          splitChars={[',', '，', '、']}
          comboboxProps={{ withinPortal: false }}
          onChange={(now) => setTags(now.map((tag) => tag.trim().slice(0, 50)).filter((tag) => tag !== ''))}
        />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit">{t('save')}</Button>
        </div>
      </form>
    </SidePane>
  );
}

function tagsOfAll(chosen: readonly SecurityView[]): string[] {
  const [first, ...others] = chosen;
  return first.tags.filter((tag) => others.every(({ tags }) => tags.includes(tag)));
}
