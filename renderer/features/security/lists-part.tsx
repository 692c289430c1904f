/** The lists that the security stands in, with the report's words where it says so. */
import type { Output } from '../../../shared/contract.ts';
import { openFact } from '../../facts/open-fact.ts';
import { goTo } from '../../shell/routes.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import classes from './security.module.css';
import { securityTexts } from './security-texts.ts';

export function ListsPart({ places }: { places: Output<'listPlaces'> }) {
  const t = useTexts(securityTexts);
  const local = useLocalText();
  if (places.length === 0) return <p className={classes.hint}>{t('noLists')}</p>;
  return (
    <ul className={classes.list}>
      {places.map(({ listId, list, groups, factId, wording }) => (
        <li key={[listId, ...groups.map(({ id }) => id)].join(' ')} className={classes.entry}>
          <button type="button" className={classes.link} onClick={() => showPlace(listId, groups.at(-1)?.id)}>
            {local(list)}
          </button>
          <span className={classes.aside}>{groups.map(({ title }) => local(title)).join(' › ')}</span>
          {wording !== '' && factId !== null && (
            <button type="button" className={`${classes.link} ${classes.words}`} onClick={() => openFact(factId)}>
              {t('saysReport', { wording })}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The list, at the group that the security stands in. */
function showPlace(listId: string, groupId: string | undefined): void {
  const query = new URLSearchParams({ list: listId });
  if (groupId !== undefined) query.set('group', groupId);
  goTo({ screen: 'watchlist', query: query.toString() });
}
