/**
 * The panel's other side: a search for facts whose results become input lines, by Enter after the line
 * of the active cell or dragged onto the grid. The focus stays in the field; arrow keys choose.
 */
import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { figureOf } from '../../../../shared/facts.ts';
import { settingIn } from '../../../../shared/setting-words.ts';
import { figureText } from '../../../facts/figure-text.ts';
import { openFact } from '../../../facts/open-fact.ts';
import { placeText } from '../../../facts/place-text.ts';
import { useFactsData } from '../../../facts/use-facts-data.ts';
import { useLanguage, useLocalText, useTexts } from '../../../texts.ts';
import { Icon } from '../../../ui/icon.tsx';
import { focusGrid } from '../editing/grid-focus.ts';
import { type FoundFact, useFactSearch } from './fact-search.ts';
import classes from './facts.module.css';
import { dragFact, insertFactsHere } from './insert-facts.ts';
import { sheetFactTexts } from './sheet-fact-texts.ts';

const LIMIT = 50;
const LIST_ID = 'facts-found';

/** What was typed last stays while the panel shows something else. */
const useTyped = create<{ text: string }>(() => ({ text: '' }));

export function FactsTab() {
  const t = useTexts(sheetFactTexts);
  const input = useRef<HTMLInputElement>(null);
  const text = useTyped((state) => state.text);
  const search = useFactSearch(text, LIMIT);
  const [chosen, setChosen] = useState(0);
  useEffect(() => input.current?.focus(), []);
  const found = search?.found ?? [];
  const index = Math.min(chosen, found.length - 1);

  const insert = (at: number) => void insertFactsHere([found[at].fact.id]);
  const handleKey = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') focusGrid();
    else if (found.length === 0) return;
    else if (event.key === 'Enter') insert(index);
    else if (event.key === 'ArrowDown') setChosen((index + 1) % found.length);
    else if (event.key === 'ArrowUp') setChosen((index + found.length - 1) % found.length);
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.tab}>
      <div className={classes.search}>
        <TextInput
          ref={input}
          type="search"
          role="combobox"
          aria-label={t('search')}
          aria-controls={LIST_ID}
          aria-expanded={found.length > 0}
          aria-activedescendant={index < 0 ? undefined : `${LIST_ID}-${index}`}
          placeholder={t('searchHint')}
          leftSection={<Icon name="search" size={14} />}
          value={text}
          onChange={({ currentTarget }) => {
            useTyped.setState({ text: currentTarget.value });
            setChosen(0);
          }}
          onKeyDown={handleKey}
        />
        <p className={classes.help}>{t('searchHelp')}</p>
      </div>
      <p className={classes.state} role="status">
        {stateOf()}
      </p>
      <ul id={LIST_ID} role="listbox" aria-label={t('results')} className={classes.results}>
        {found.map((one, at) => (
          <Result
            key={one.fact.id}
            id={`${LIST_ID}-${at}`}
            one={one}
            isChosen={at === index}
            onChoose={() => setChosen(at)}
            onInsert={() => insert(at)}
          />
        ))}
      </ul>
    </div>
  );

  function stateOf(): string {
    if (text.trim() === '') return '';
    if (search === undefined) return t('searching');
    if (found.length === 0) return t('nothingFound', { text: search.text });
    return search.isComplete ? '' : t('moreFound');
  }
}

type ResultProps = { id: string; one: FoundFact; isChosen: boolean; onChoose: () => void; onInsert: () => void };

function Result({ id, one: { fact, title }, isChosen, onChoose, onInsert }: ResultProps) {
  const language = useLanguage();
  const local = useLocalText();
  const { sources } = useFactsData();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const source = sources.get(fact.sourceId)?.title ?? fact.sourceId;
  return (
    <li
      ref={element}
      id={id}
      role="option"
      aria-selected={isChosen}
      draggable
      className={classes.result}
      title={fact.wording}
      onDragStart={(event) => dragFact(event, fact.id)}
      onMouseDown={onChoose}
      onClick={() => openFact(fact.id)}
      onDoubleClick={onInsert}
    >
      <div className={classes.resultHead}>
        <span className={classes.name}>
          {[local(title), settingIn(fact.setting, language)].filter(Boolean).join(' · ')}
        </span>
        <span className={classes.figure}>{figureText({ ...fact, ...figureOf(fact) }, language)}</span>
      </div>
      <div className={classes.resultPlace}>{[placeText(fact), fact.date, source].filter(Boolean).join(' · ')}</div>
    </li>
  );
}
