/** The heading of a column that sorts the table. */
import { useTexts } from '../../../texts.ts';
import { comparisonTexts } from './comparison-texts.ts';
import classes from './comparison-view.module.css';

type SortButtonProps = {
  label: string;
  /** Says of which scenario, where `label` does not. */
  fullLabel?: string;
  direction: 'asc' | 'desc' | false;
  onSort: () => void;
};

export function SortButton({ label, fullLabel = label, direction, onSort }: SortButtonProps) {
  const t = useTexts(comparisonTexts);
  const says = t('sortBy', { column: fullLabel });
  return (
    <button type="button" className={classes.sort} aria-label={says} title={says} onClick={onSort}>
      {label}
      <span aria-hidden="true">{direction === false ? '' : direction === 'desc' ? ' ↓' : ' ↑'}</span>
    </button>
  );
}

/** What `aria-sort` of the column says. */
export function ariaSort(direction: 'asc' | 'desc' | false): 'ascending' | 'descending' | undefined {
  if (direction === false) return undefined;
  return direction === 'desc' ? 'descending' : 'ascending';
}
