/** One side of a conflict: what it says, and every fact that says it with its words and its place. */
import { Button } from '@mantine/core';
import type { Conflict } from '../../../shared/fact-methods.ts';
import type { FactView } from '../../../shared/facts.ts';
import { FactFigure } from '../../facts/fact-figure.tsx';
import { FactMarks, marksOf } from '../../facts/fact-marks.tsx';
import { openFact } from '../../facts/open-fact.ts';
import { placeText } from '../../facts/place-text.ts';
import { useFactsData } from '../../facts/use-facts-data.ts';
import { exhibitRoute, goTo } from '../../shell/routes.ts';
import { useLanguage, useTexts } from '../../texts.ts';
import type { Side } from './conflict-sides.ts';
import { sideText } from './conflict-words.ts';
import classes from './conflicts.module.css';
import { conflictsTexts } from './conflicts-texts.ts';

type ConflictSideProps = {
  conflict: Conflict;
  side: Side;
  /** What the keyboard calls it. */
  number: number;
  isDecided: boolean;
  onChoose: (factId: string | null) => void;
};

export function ConflictSide({ conflict, side, number, isDecided, onChoose }: ConflictSideProps) {
  const t = useTexts(conflictsTexts);
  const language = useLanguage();
  const [first] = side.facts;
  const state = side.isChosen ? 'chosen' : isDecided ? 'passed-over' : 'open';
  return (
    <section className={classes.side} data-state={state} aria-label={t('side', { number })}>
      <header className={classes.sideHead}>
        <span className={classes.number} aria-hidden="true">
          {number}
        </span>
        <div className={classes.sideFigure}>
          {conflict.kind === 'setting' ? sideText(conflict, side, language) : <FactFigure fact={first} compact />}
        </div>
        {side.isChosen ? (
          <Button variant="default" onClick={() => onChoose(null)}>
            {t('takeBack')}
          </Button>
        ) : (
          <Button variant={isDecided ? 'default' : 'filled'} onClick={() => onChoose(first.id)}>
            {t('choose')}
          </Button>
        )}
      </header>
      {side.isChosen && <p className={classes.chosen}>✓ {t('chosen')}</p>}
      {state === 'passed-over' && <p className={classes.aside}>{t('passedOver')}</p>}
      <ul className={classes.facts}>
        {side.facts.map((fact) => (
          <FactOfSide key={fact.id} fact={fact} withFigure={conflict.kind === 'setting'} />
        ))}
      </ul>
    </section>
  );
}

function FactOfSide({ fact, withFigure }: { fact: FactView; withFigure: boolean }) {
  const t = useTexts(conflictsTexts);
  const { sources } = useFactsData();
  const source = sources.get(fact.sourceId);
  const place = placeText(fact);
  // That a fact is in conflict is what this screen is about.
  const marks = marksOf(fact).filter((mark) => mark !== 'conflict' && mark !== 'chosen' && mark !== 'passed-over');
  return (
    <li className={classes.fact}>
      <p className={classes.factHead}>
        <span className={classes.publisher} title={source?.title}>
          {source?.publisher || source?.title || fact.sourceId}
        </span>
        {place !== '' && (
          <button type="button" className={classes.link} onClick={() => goTo(exhibitRoute(fact.sourceId, fact.place))}>
            {place}
          </button>
        )}
        {source?.date && (
          <span className={classes.aside}>
            {t('published')} {source.date}
          </span>
        )}
        <FactMarks marks={marks} />
        <button type="button" className={classes.link} onClick={() => openFact(fact.id)}>
          {t('show')}
        </button>
      </p>
      {fact.wording !== '' && <blockquote className={classes.wording}>{fact.wording}</blockquote>}
      {(withFigure || says(fact) !== '') && (
        <p className={classes.aside}>
          {withFigure && <FactFigure fact={fact} />} {says(fact) !== '' && `${t('printed')} ${says(fact)}`}
        </p>
      )}
    </li>
  );
}

/** The figure as printed, where that says more than the number. */
function says({ printed, value }: FactView): string {
  const isNumberAlone = value !== null && Number(printed.replace(/[\s,%]/g, '')) === value;
  return isNumberAlone ? '' : printed;
}
