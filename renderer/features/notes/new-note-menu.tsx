/** Begins an empty note, or one from a template. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { startNote } from '../../notes/new-note.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { TEMPLATES, templateText } from './note-templates.ts';
import classes from './notes-screen.module.css';
import { screenTexts } from './screen-texts.ts';

export function NewNoteMenu() {
  const t = useTexts(screenTexts);
  const language = useLanguage();
  return (
    <span className={classes.newNote}>
      <Button leftSection={<Icon name="plus" size={14} />} title="Alt+N" onClick={() => startNote()}>
        {t('newNote')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('templates')} title={t('templates')}>
            <Icon name="template" size={14} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {TEMPLATES.map((name) => (
            <Menu.Item key={name} onClick={() => startNote([], templateText(name, language))}>
              {t(`template-${name}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  );
}
