/**
 * The command palette (Ctrl/Cmd+K): every command, sheet, template and line, by name in either language, and
 * what is found by search, after them.
 */
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLanguage, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { useFoundCommands } from './command-finder.ts';
import { type Command, commandsOf, useCommandSets } from './commands.ts';
import classes from './palette.module.css';
import { rankCommands } from './rank-commands.ts';
import { shellTexts } from './shell-texts.ts';

const SHOWN_AT_MOST = 60;

export function Palette() {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const sets = useCommandSets((state) => state.sets);
  const [isOpen, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  // Listed once each time it opens: a sheet can have many lines.
  const listed = useMemo(
    () => (isOpen ? commandsOf({ sets }).filter((command) => command.isListed !== false) : []),
    [isOpen, sets],
  );
  const ranked = useMemo(() => rankCommands(listed, query, SHOWN_AT_MOST), [listed, query]);
  const { found, isFinding } = useFoundCommands(isOpen ? query : '');

  // The search field has the focus a moment after the shortcut; until then keys would still edit the cell that had it.
  // So one listener does both: it opens, and takes what is typed in between.
  const isOpening = useRef(false);
  useEffect(() => {
    const takeKey = (event: KeyboardEvent) => {
      if (isShortcut(event)) {
        event.preventDefault();
        isOpening.current = true;
        spotlight.toggle();
      } else if (event.target instanceof Element && event.target.closest('[role="dialog"]')) {
        isOpening.current = false;
      }
      if (!isOpening.current || event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      setQuery((typed) => typed + event.key);
    };
    window.addEventListener('keydown', takeKey, true);
    return () => window.removeEventListener('keydown', takeKey, true);
  }, []);

  const groups: SpotlightActionGroupData[] = [];
  for (const command of [...ranked, ...found]) {
    const group = (command.group ?? shellTexts.commands)[language];
    const actions = groups.find((candidate) => candidate.group === group)?.actions;
    if (actions) actions.push(toAction(command, language));
    else groups.push({ group, actions: [toAction(command, language)] });
  }

  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setOpen(true)}
      onSpotlightClose={() => {
        isOpening.current = false;
        setOpen(false);
      }}
      filter={(_query, actions) => actions}
      nothingFound={t(isFinding ? 'finding' : 'nothingFound')}
      shortcut={null}
      // While it faded in, what is typed next would still go to the cell that had the focus.
      transitionProps={{ duration: 0 }}
      scrollable
      maxHeight={420}
      classNames={classes}
      scrollAreaProps={{ classNames: { content: classes.scrolled } }}
      overlayProps={{ backgroundOpacity: 0.3 }}
      attributes={{ content: { 'aria-label': t('palette') } }}
      searchProps={{
        placeholder: t('paletteSearch'),
        'aria-label': t('paletteSearch'),
        leftSection: <Icon name="search" />,
      }}
    />
  );
}

function isShortcut({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !shiftKey && !altKey && key.toLowerCase() === 'k';
}

function toAction(command: Command, language: 'zh' | 'en'): SpotlightActionData {
  return {
    id: command.id,
    label: command.label[language],
    description: command.detail,
    rightSection: command.shortcut ? <kbd>{command.shortcut}</kbd> : undefined,
    onClick: command.run,
  };
}
