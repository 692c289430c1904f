/** Where a fact was read: the words as printed, the document, and the exhibit, which is a click away. */
import { exhibitRoute, goTo } from '../shell/routes.ts';
import { useLocalText, useTexts } from '../texts.ts';
import { citationOf } from '../ui/citation.ts';
import { Properties, Property, Section } from '../ui/panel-section.tsx';
import type { KnownFact } from './fact-details.tsx';
import classes from './fact-panel.module.css';
import { factTexts } from './fact-texts.ts';
import { closeFactPanel } from './open-fact.ts';
import { placeText } from './place-text.ts';

export function SourceSection({ known: { fact, source, exhibitTitle } }: { known: KnownFact }) {
  const t = useTexts(factTexts);
  const local = useLocalText();
  const show = (exhibitId: string | null) => {
    // On a narrow window the panel would hide what it leads to.
    if (window.innerWidth < 1000) closeFactPanel();
    goTo(exhibitId === null ? { screen: 'sources', sourceId: source.id } : exhibitRoute(source.id, exhibitId));
  };
  return (
    <Section title={t('source')}>
      <div className={classes.citation}>
        {fact.wording !== '' && <blockquote className={classes.wording}>{fact.wording}</blockquote>}
        {exhibitTitle !== null && (
          <button type="button" className={`${classes.link} ${classes.place}`} onClick={() => show(fact.place)}>
            {[placeText(fact), local(exhibitTitle)].filter((part, at, all) => all.indexOf(part) === at).join(' ')}
          </button>
        )}
        {exhibitTitle === null && fact.place !== '' && <span className={classes.place}>{placeText(fact)}</span>}
        <button type="button" className={`${classes.link} ${classes.place}`} onClick={() => show(null)}>
          {citationOf(source)}
        </button>
      </div>
      {fact.printed !== '' && (
        <Properties>
          <Property name={t('printed')}>{fact.printed}</Property>
        </Properties>
      )}
    </Section>
  );
}
