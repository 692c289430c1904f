/** A security's page: everything about it in one place. A bar leads to its parts, and so does the palette. */
import { Button, Loader } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { SecurityView } from '../../../shared/securities.ts';
import { useBarFileDrop } from '../../bars/open-bar-import.ts';
import { NotesSection } from '../../notes/notes-section.tsx';
import { RatingsSection } from '../../ratings/ratings-section.tsx';
import { useSecuritiesData } from '../../securities/use-securities.ts';
import { type Command, useCommands } from '../../shell/commands.ts';
import { failureText } from '../../shell/notices.tsx';
import { goTo } from '../../shell/routes.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { followCalendar } from '../../theses/follow-theses.ts';
import { RisksSection } from '../../theses/risks-section.tsx';
import { ThesesSection } from '../../theses/theses-section.tsx';
import { useAnswer } from '../../use-answer.ts';
import { VaultPrompt } from '../../vault/vault-gate.tsx';
import { useVault } from '../../vault/vault-store.ts';
import { EventsPart } from './events-part.tsx';
import { FactsPart } from './facts-part.tsx';
import { ListsPart } from './lists-part.tsx';
import { PricePart } from './price-part.tsx';
import classes from './security.module.css';
import { SecurityHead } from './security-head.tsx';
import { securityTexts } from './security-texts.ts';
import { SeriesPart } from './series-part.tsx';

const PARTS = ['price', 'ratings', 'theses', 'events', 'risks', 'series', 'lists', 'notes', 'facts'] as const;
/** These say what they are themselves. */
const TITLED: readonly string[] = ['price', 'ratings'];
type Part = (typeof PARTS)[number];
/** There is nothing to see of them while the vault is not open. */
const PRIVATE: readonly Part[] = ['theses', 'risks', 'notes'];

export default function SecurityScreen({ route: { securityId } }: { route: { securityId: string } }) {
  const t = useTexts(securityTexts);
  const { securities, status, failure } = useSecuritiesData();
  const security = securities.get(securityId);
  if (security !== undefined) return <Page key={securityId} security={security} />;
  return (
    <div className={classes.state} role="status">
      {status === 'failed' && <p role="alert">{failureText(failure)}</p>}
      {status === 'ready' && (
        <>
          <p>{t('notThere', { securityId })}</p>
          <Button variant="default" onClick={() => goTo({ screen: 'watchlist' })}>
            {t('toWatchlist')}
          </Button>
        </>
      )}
      {(status === 'unread' || status === 'loading') && <Loader size="sm" />}
    </div>
  );
}

function Page({ security }: { security: SecurityView }) {
  const body = useRef<HTMLDivElement>(null);
  const places = useAnswer('listPlaces', { securityId: security.id }, followCalendar);
  const sourceIds = useMemo(
    () => new Set((places.answer ?? []).flatMap(({ sourceId }) => (sourceId === '' ? [] : [sourceId]))),
    [places.answer],
  );
  const isOpen = useVault(({ status }) => status?.state === 'open');
  const parts = useMemo(() => PARTS.filter((part) => isOpen || !PRIVATE.includes(part)), [isOpen]);
  const t = useTexts(securityTexts);
  const show = (part: Part) => body.current?.querySelector(`#${part}`)?.scrollIntoView({ block: 'start' });
  usePartCommands(security, parts, show);
  useBarFileDrop(security.id);
  const ref = `security:${security.id}`;
  const holds = [...(security.kind === 'index' ? [] : [t('ownRatings')]), ...PRIVATE.map((part) => t(part))];
  return (
    <div className={classes.screen}>
      <SecurityHead security={security} />
      <Jumps parts={parts} onShow={show} />
      <div className={classes.body} ref={body}>
        <VaultPrompt holds={holds}>
          {security.kind !== 'industry' && (
            <Section part="price" isWide>
              <PricePart security={security} />
            </Section>
          )}
          <Section part="ratings" isWide>
            <RatingsSection security={security} />
          </Section>
          {isOpen && (
            <Section part="theses">
              <ThesesSection about={ref} />
            </Section>
          )}
          <Section part="events">
            <EventsPart security={security} />
          </Section>
          {isOpen && (
            <Section part="risks" isWide>
              {/* Their order follows from the lists. */}
              {(places.answer !== undefined || places.failure !== null) && (
                <RisksSection target={ref} sourceIds={sourceIds} />
              )}
            </Section>
          )}
          <Section part="series">
            <SeriesPart security={security} />
          </Section>
          <Section part="lists">
            <ListsPart places={places.answer ?? []} />
          </Section>
          {isOpen && (
            <Section part="notes" isWide>
              <NotesSection objectRef={ref} />
            </Section>
          )}
          <Section part="facts" isWide>
            <FactsPart security={security} />
          </Section>
        </VaultPrompt>
      </div>
    </div>
  );
}

function Section({ part, isWide = false, children }: { part: Part; isWide?: boolean; children: ReactNode }) {
  const t = useTexts(securityTexts);
  const isTitled = TITLED.includes(part);
  return (
    <section
      id={part}
      className={classes.section}
      data-wide={isWide || undefined}
      aria-label={isTitled ? undefined : t(part)}
    >
      {!isTitled && <h2 className={classes.heading}>{t(part)}</h2>}
      {children}
    </section>
  );
}

function Jumps({ parts, onShow }: { parts: readonly Part[]; onShow: (part: Part) => void }) {
  const t = useTexts(securityTexts);
  return (
    <nav className={classes.jumps} aria-label={t('sections')}>
      {parts.map((part) => (
        <button key={part} type="button" className={classes.jump} onClick={() => onShow(part)}>
          {t(part)}
        </button>
      ))}
    </nav>
  );
}

function usePartCommands({ name }: SecurityView, parts: readonly Part[], show: (part: Part) => void): void {
  const local = useLocalText();
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  const said = local(name);
  const commands = useMemo(
    () =>
      parts.map(
        (part): Command => ({
          id: `security.${part}`,
          label: securityTexts[part],
          group: securityTexts.thisSecurity,
          detail: said,
          run: () => latest.current(part),
        }),
      ),
    [parts, said],
  );
  useCommands(commands);
}
