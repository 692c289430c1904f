/** A change as a share, in the market's colours. */
import { changeText } from './quote-text.ts';
import classes from './securities.module.css';

export function ChangeFigure({ share }: { share: number }) {
  const direction = share > 0 ? 'up' : share < 0 ? 'down' : undefined;
  return (
    <span className={classes.change} data-direction={direction}>
      {changeText(share)}
    </span>
  );
}
