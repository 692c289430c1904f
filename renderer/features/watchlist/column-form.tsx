/** Which columns the list has, in which order; and columns of figures, live from facts, series and sheets. */
import { ActionIcon, Checkbox } from '@mantine/core';
import { type FigureColumn, PRIVATE_COLUMNS, WATCH_COLUMNS } from '../../../shared/watch-views.ts';
import { useTexts } from '../../texts.ts';
import { Icon } from '../../ui/icon.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { FigureColumnForm } from './figure-column-form.tsx';
import { titleOf } from './figure-columns.tsx';
import { isColumn } from './watch-columns.tsx';
import type { WatchData } from './watch-data.ts';
import { changeSpec, type ShownSpec } from './watch-spec.ts';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type ColumnFormProps = { spec: ShownSpec; data: WatchData };

export function ColumnForm({ spec, data }: ColumnFormProps) {
  const t = useTexts(watchlistTexts);
  const { columns, figures } = spec;
  const known = [...WATCH_COLUMNS, ...figures.map(({ id }) => id)];
  const shown = columns.filter((id) => known.some((each) => each === id));
  const hidden = known.filter((id) => !shown.includes(id));
  const put = (now: readonly string[]) => changeSpec({ columns: [...now] });
  const swap = (at: number, by: -1 | 1) => {
    const now = [...shown];
    [now[at], now[at + by]] = [now[at + by], now[at]];
    put(now);
  };
  const addFigures = (column: FigureColumn) =>
    changeSpec({ figures: [...figures, column], columns: [...shown, column.id] });
  const dropFigures = (id: string) =>
    changeSpec({ figures: figures.filter((each) => each.id !== id), columns: shown.filter((each) => each !== id) });
  const nameOf = (id: string) => {
    const figure = figures.find((each) => each.id === id);
    if (figure !== undefined) return titleOf(figure, { data, t });
    return isColumn(id) ? t(`column-${id}`) : id;
  };
  return (
    <PopoverButton label={t('columns')} icon="settings">
      <div className={classes.form}>
        <ul className={classes.columnList}>
          {[...shown, ...hidden].map((id) => {
            const at = shown.indexOf(id);
            const name = nameOf(id);
            return (
              <li key={id} className={classes.columnEntry}>
                <Checkbox
                  size="xs"
                  className={classes.columnName}
                  label={
                    <>
                      {name} {PRIVATE_COLUMNS.has(id) && <Icon name="lock" size={11} />}
                    </>
                  }
                  checked={at >= 0}
                  onChange={() => put(at >= 0 ? shown.filter((each) => each !== id) : [...shown, id])}
                />
                {at >= 0 && (
                  <>
                    <Step label={t('earlier', { name })} icon="up" isDisabled={at === 0} onClick={() => swap(at, -1)} />
                    <Step
                      label={t('later', { name })}
                      icon="down"
                      isDisabled={at === shown.length - 1}
                      onClick={() => swap(at, 1)}
                    />
                  </>
                )}
                {!isColumn(id) && (
                  <Step label={t('dropColumn', { name })} icon="trash" onClick={() => dropFigures(id)} />
                )}
              </li>
            );
          })}
        </ul>
        <p className={classes.hint}>{t('privateHint')}</p>
        <FigureColumnForm onAdd={addFigures} />
      </div>
    </PopoverButton>
  );
}

type StepProps = { label: string; icon: 'up' | 'down' | 'trash'; isDisabled?: boolean; onClick: () => void };

function Step({ label, icon, isDisabled, onClick }: StepProps) {
  return (
    <ActionIcon size={22} aria-label={label} title={label} disabled={isDisabled} onClick={onClick}>
      <Icon name={icon} size={12} />
    </ActionIcon>
  );
}
