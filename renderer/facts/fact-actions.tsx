/** What can be done with a fact: changed, taken out of use, put back, copied, added to a sheet. */
import { Button, Menu } from '@mantine/core';
import { factFormula } from '../../shared/line-of-fact.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { AddToSheet } from './add-to-sheet.tsx';
import type { KnownFact } from './fact-details.tsx';
import classes from './fact-panel.module.css';
import { copyText } from './fact-table.tsx';
import { factTexts } from './fact-texts.ts';
import { attemptEdit } from './facts-store.ts';

type FactActionsProps = {
  known: KnownFact;
  /** Where the focus comes back to from the form. */
  hasFocus: boolean;
  onEdit: () => void;
};

export function FactActions({ known, hasFocus, onEdit }: FactActionsProps) {
  const t = useTexts(factTexts);
  const { fact } = known;
  return (
    <div className={classes.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<Icon name="edit" size={14} />}
        autoFocus={hasFocus}
        onClick={onEdit}
      >
        {t('edit')}
      </Button>
      <AddToSheet known={known} />
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" size="compact-sm" aria-label={t('moreActions')}>
            <Icon name="more" size={14} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="copy" size={14} />} onClick={() => void copyText(factFormula(fact.id))}>
            {t('copyFormula')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="copy" size={14} />} onClick={() => void copyText(fact.id)}>
            {t('copyId')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<Icon name={fact.isRetired ? 'undo' : 'trash'} size={14} />}
            onClick={() =>
              void attemptEdit(call('setFactsRetired', { factIds: [fact.id], isRetired: !fact.isRetired }))
            }
          >
            {t(fact.isRetired ? 'restore' : 'retire')}
          </Menu.Item>
          {fact.bundled !== null && (
            <Menu.Item
              leftSection={<Icon name="undo" size={14} />}
              onClick={() => void attemptEdit(call('resetFact', { factId: fact.id }))}
            >
              {t('reset')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
