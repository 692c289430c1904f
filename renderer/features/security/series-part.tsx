/** Series of the security's company, each with its latest value. */
import { Button } from '@mantine/core';
import type { SecurityView } from '../../../shared/securities.ts';
import { screenOf } from '../../charts/screen-of-series.ts';
import { useSeriesAnswer } from '../../charts/use-series-answer.ts';
import { figureText } from '../../facts/figure-text.ts';
import { goTo } from '../../shell/routes.ts';
import { useLanguage, useLocalText, useMessageText, useTexts } from '../../texts.ts';
import classes from './security.module.css';
import { securityTexts } from './security-texts.ts';

export function SeriesPart({ security: { entityId } }: { security: SecurityView }) {
  const t = useTexts(securityTexts);
  const local = useLocalText();
  const say = useMessageText();
  const language = useLanguage();
  const { answer: series } = useSeriesAnswer('listSeries', entityId === '' ? null : { subjectIds: [entityId] });
  const refs = series?.map(({ id }) => `series:${id}`) ?? [];
  const { answer: figures } = useSeriesAnswer('getFigures', refs.length === 0 ? null : { refs });
  if (entityId === '') return <p className={classes.hint}>{t('noEntity')}</p>;
  if (series === undefined) return null;
  if (series.length === 0) {
    return (
      <p className={classes.hint}>
        {t('noSeries')}{' '}
        <Button variant="subtle" size="compact-xs" onClick={() => goTo({ screen: 'import-series' })}>
          {t('importSeries')}
        </Button>
      </p>
    );
  }
  const byId = new Map(figures?.map((figure) => [figure.seriesId, figure]));
  return (
    <ul className={classes.list}>
      {series.map((each) => {
        const figure = byId.get(each.id);
        return (
          <li key={each.id} className={classes.entry}>
            <button
              type="button"
              className={classes.link}
              onClick={() => goTo({ screen: screenOf(each, 'organisation') })}
            >
              {figure === undefined ? each.id : local(figure.name)}
            </button>
            {each.origin === 'demonstration' && <span className={classes.unsure}>{t('demonstration')}</span>}
            {figure !== undefined && (
              <span className={classes.figure}>
                {figure.message === null ? figureText(figure, language) : say(figure.message)}{' '}
                <span className={classes.aside}>{figure.date}</span>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
