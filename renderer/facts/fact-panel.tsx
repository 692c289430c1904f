/**
 * The panel of facts at the right of every screen: a fact with everything that is known of it, or the
 * form for a new one or for a source. Esc closes it. What opens it is open-fact.ts.
 */
import { ActionIcon } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { ResizeHandle } from '../ui/resize-handle.tsx';
import { FactDetails } from './fact-details.tsx';
import classes from './fact-panel.module.css';
import { factTexts } from './fact-texts.ts';
import { NewFact } from './new-fact.tsx';
import { closeFactPanel, type PanelContent, useFactPanel } from './open-fact.ts';
import { SourceForm } from './source-form.tsx';

const MIN_WIDTH = 280;
const MAX_WIDTH = 680;
const WIDTH_KEY = 'plumbline.facts.width';

export default function FactPanel() {
  const t = useTexts(factTexts);
  const content = useFactPanel((state) => state.content);
  const [width, setWidth] = useState(() => Number(localStorage.getItem(WIDTH_KEY)) || 360);
  useEffect(() => {
    // An open list closes itself on Esc and is closed by the time the key comes here.
    let hadList = false;
    const noteList = ({ target }: KeyboardEvent) => {
      hadList = target instanceof Element && target.closest('[aria-expanded="true"]') !== null;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!hadList) closeByKey(event);
    };
    window.addEventListener('keydown', noteList, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', noteList, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  if (content === null) return null;
  const resize = (wanted: number) => {
    setWidth(wanted);
    localStorage.setItem(WIDTH_KEY, String(wanted));
  };
  return (
    <aside className={classes.panel} style={{ width }} aria-label={t(`panel-${content.shows}`)} data-fact-panel>
      <ResizeHandle label={t('resize')} width={width} min={MIN_WIDTH} max={MAX_WIDTH} onResize={resize} />
      <header className={classes.head}>
        {t(`panel-${content.shows}`)}
        <ActionIcon size={24} aria-label={t('close')} title={`${t('close')} (Esc)`} onClick={closeFactPanel}>
          <Icon name="close" size={14} />
        </ActionIcon>
      </header>
      <div className={classes.scroll} key={keyOf(content)}>
        {content.shows === 'fact' && <FactDetails factId={content.factId} among={content.among} />}
        {content.shows === 'new-fact' && <NewFact draft={content.draft} />}
        {content.shows === 'source' && <SourceForm sourceId={content.sourceId} />}
      </div>
    </aside>
  );
}

/** Another subject begins at the top, with an empty form. */
function keyOf(content: PanelContent): string {
  return content.shows === 'fact' ? content.factId : JSON.stringify(content);
}

/** Not from within a menu, nor from a text or a sheet beside the panel: there Esc has another meaning. */
function closeByKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
  const isInPanel = event.target.closest('[data-fact-panel]') !== null;
  const isInSheet = window.location.hash.startsWith('#/sheet/');
  const isElsewhere = event.target.closest('input, textarea') !== null || isInSheet;
  const hasOwn = event.target.closest('[role="menu"], [role="dialog"], [role="listbox"]');
  if (hasOwn === null && (isInPanel || !isElsewhere)) closeFactPanel();
}
