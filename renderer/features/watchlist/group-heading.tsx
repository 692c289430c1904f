/** The heading of a group: folded or not, its title, how many securities are in it. */
import { Icon } from '../../ui/icon.tsx';
import { Grip } from './grip.tsx';
import { INDENT } from './watch-columns.tsx';
import type { GroupRow } from './watch-rows.ts';
import classes from './watchlist.module.css';

export function GroupHeading({
  row: { title, depth, count, isOpen },
  isMovable,
}: {
  row: GroupRow;
  isMovable: boolean;
}) {
  return (
    <span className={classes.group} style={{ paddingLeft: depth * INDENT }}>
      {isMovable && <Grip />}
      <Icon name={isOpen ? 'down' : 'right'} size={12} />
      {title}
      <span className={classes.count}>{count}</span>
    </span>
  );
}
