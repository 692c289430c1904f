/** By it a row is dragged to another place; the keyboard has Alt and the arrows. */
import classes from './watchlist.module.css';

export function Grip() {
  return <span className={classes.grip} data-grip aria-hidden="true" />;
}
