/**
 * The conflicts by kind, to go through with the arrow keys. The focus stays on the list as a whole. Several are picked
 * as in any list: with Shift or Ctrl, by arrow keys or by clicking, or all of them with Ctrl+A.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { Conflict } from '../../../shared/fact-methods.ts';
import { useNameOf } from '../../facts/use-facts-data.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import { isOpen } from './conflict-sides.ts';
import { aboutText, conditionText, sidesText, spreadText } from './conflict-words.ts';
import classes from './conflicts.module.css';
import { conflictsTexts } from './conflicts-texts.ts';

type ConflictListProps = {
  conflicts: readonly Conflict[];
  shown: Conflict | undefined;
  /** Topics of those picked together; none while one alone is shown. */
  picked: ReadonlySet<string>;
  onShow: (topic: string, picked: ReadonlySet<string>) => void;
};

type Item = { heading: Conflict['kind']; count: number } | { conflict: Conflict; at: number };

const HEADING_HEIGHT = 28;
const ITEM_HEIGHT = 46;
const PAGE = 10;
const NONE: ReadonlySet<string> = new Set();

export function ConflictList({ conflicts, shown, picked, onShow }: ConflictListProps) {
  const t = useTexts(conflictsTexts);
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const items = useMemo(() => itemsOf(conflicts), [conflicts]);
  const at = conflicts.findIndex(({ topic }) => topic === shown?.topic);
  const shownItem = items.findIndex((item) => 'conflict' in item && item.at === at);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ('heading' in items[index] ? HEADING_HEIGHT : ITEM_HEIGHT),
    overscan: 8,
  });
  useEffect(() => {
    scroller.current?.focus({ preventScroll: true });
  }, []);
  const { scrollToIndex } = rows;
  useEffect(() => {
    if (shownItem >= 0) scrollToIndex(shownItem);
  }, [shownItem, scrollToIndex]);

  const topicsBetween = (from: number, to: number) =>
    conflicts.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ topic }) => topic);
  const onKeyDown = (event: KeyboardEvent) => {
    if (shown !== undefined && event.key === 'Escape' && picked.size > 0) {
      event.preventDefault();
      onShow(shown.topic, NONE);
    } else if (shown !== undefined && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      onShow(shown.topic, new Set(topicsBetween(0, conflicts.length)));
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = STEPS[event.key]?.(at, conflicts.length);
    if (to === undefined) return;
    event.preventDefault();
    const nextAt = Math.max(0, Math.min(to, conflicts.length - 1));
    const next = conflicts[nextAt];
    if (next !== undefined)
      onShow(next.topic, event.shiftKey ? new Set([...picked, ...topicsBetween(at, nextAt)]) : NONE);
  };
  const onClick = ({ target, shiftKey, ctrlKey, metaKey }: MouseEvent) => {
    const topic = target instanceof Element ? target.closest<HTMLElement>('[data-topic]')?.dataset.topic : undefined;
    if (topic === undefined || shown === undefined) return;
    const before = picked.size > 0 ? picked : new Set([shown.topic]);
    const clickedAt = conflicts.findIndex((conflict) => conflict.topic === topic);
    if (shiftKey) onShow(topic, new Set([...before, ...topicsBetween(at, clickedAt)]));
    else if (ctrlKey || metaKey) onShow(topic, toggled(before, topic));
    else onShow(topic, NONE);
  };
  return (
    <div
      ref={scroller}
      className={classes.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-multiselectable="true"
      aria-activedescendant={shownItem < 0 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div className={classes.items} style={{ height: rows.getTotalSize() }} role="presentation">
        {rows.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if ('heading' in item) {
            return (
              <div key={item.heading} className={classes.kind} style={{ top: start }} role="presentation">
                {t(`kind-${item.heading}`)} <span className={classes.aside}>{item.count}</span>
              </div>
            );
          }
          return (
            <ListItem
              key={item.conflict.topic}
              id={`${id}-${item.at}`}
              conflict={item.conflict}
              isSelected={picked.size > 0 ? picked.has(item.conflict.topic) : item.at === at}
              isCurrent={item.at === at}
              position={item.at + 1}
              count={conflicts.length}
              top={start}
            />
          );
        })}
      </div>
    </div>
  );
}

function toggled(topics: ReadonlySet<string>, topic: string): ReadonlySet<string> {
  const next = new Set(topics);
  if (!next.delete(topic)) next.add(topic);
  return next;
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at) => at + PAGE,
  PageUp: (at) => at - PAGE,
  Home: () => 0,
  End: (_, count) => count - 1,
};

type ListItemProps = {
  id: string;
  conflict: Conflict;
  isSelected: boolean;
  /** Where the arrow keys are. */
  isCurrent: boolean;
  position: number;
  count: number;
  top: number;
};

function ListItem({ id, conflict, isSelected, isCurrent, position, count, top }: ListItemProps) {
  const t = useTexts(conflictsTexts);
  const language = useLanguage();
  const nameOf = useNameOf();
  const [subject, metric] = aboutText(conflict, nameOf);
  const isDecided = !isOpen(conflict);
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      data-current={isCurrent || undefined}
      aria-posinset={position}
      aria-setsize={count}
      className={classes.item}
      style={{ top }}
      data-topic={conflict.topic}
    >
      <div className={classes.itemHead}>
        <span className={classes.itemTitle}>
          {subject} · {metric}
        </span>
        {isDecided && (
          <span className={classes.decided} title={t('chosen')}>
            ✓
          </span>
        )}
        <span className={classes.spread}>{spreadText(conflict)}</span>
      </div>
      <div className={classes.itemSides}>
        {[sidesText(conflict, language), conditionText(conflict, language)].filter(Boolean).join(' · ')}
      </div>
    </div>
  );
}

/** Under a heading for each kind, in the order given. */
function itemsOf(conflicts: readonly Conflict[]): Item[] {
  return conflicts.flatMap((conflict, at) => {
    const item = { conflict, at };
    if (conflicts[at - 1]?.kind === conflict.kind) return [item];
    const count = conflicts.filter(({ kind }) => kind === conflict.kind).length;
    return [{ heading: conflict.kind, count }, item];
  });
}
