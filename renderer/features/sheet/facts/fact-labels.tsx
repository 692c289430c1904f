/** The facts of a formula in words, beside their ids: name and figure, and a way to each. */
import { factIdsOf } from '../../../../shared/formula/facts.ts';
import { openFact } from '../../../facts/open-fact.ts';
import { useLanguage } from '../../../texts.ts';
import classes from './facts.module.css';
import { figureOfKnown, knownFact, nameOfFact, useKnownFacts } from './known-facts.ts';

export function FactLabels({ content }: { content: string }) {
  const language = useLanguage();
  useKnownFacts();
  const factIds = factIdsOf(content);
  if (factIds.length === 0) return null;
  return (
    <ul className={classes.labels}>
      {factIds.map((factId) => {
        const known = knownFact(factId);
        if (!known) return <li key={factId}>{factId}</li>;
        return (
          <li key={factId}>
            <button
              type="button"
              className={classes.label}
              title={factId}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => openFact(factId)}
            >
              <span className={classes.name}>{nameOfFact(known, language)}</span>
              <span className={classes.figure}>{figureOfKnown(known, language)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
