/** What the analyst has about a group or list: theses, the risks of the reports with their own judgement, and notes. Private. */
import { useMemo } from 'react';
import { NotesSection } from '../../notes/notes-section.tsx';
import { useTexts } from '../../texts.ts';
import { RisksSection } from '../../theses/risks-section.tsx';
import { ThesesSection } from '../../theses/theses-section.tsx';
import { VaultPrompt } from '../../vault/vault-gate.tsx';
import { useVault } from '../../vault/vault-store.ts';
import type { SideForm } from './side-form.ts';
import { SidePane } from './side-pane.tsx';
import classes from './watchlist.module.css';
import { watchlistTexts } from './watchlist-texts.ts';

type AboutPaneProps = { about: Extract<SideForm, { form: 'about' }>; onClose: () => void };

export function AboutPane({ about: { target, title, sourceId }, onClose }: AboutPaneProps) {
  const t = useTexts(watchlistTexts);
  const isOpen = useVault(({ status }) => status?.state === 'open');
  const sourceIds = useMemo(() => new Set(sourceId === '' ? [] : [sourceId]), [sourceId]);
  return (
    <SidePane title={t('aboutTitle', { title })} isWide hasForms onClose={onClose}>
      <VaultPrompt holds={[t('theses'), t('risks'), t('notes')]}>
        {isOpen && (
          <>
            <section aria-label={t('theses')}>
              <h3 className={classes.aboutPart}>{t('theses')}</h3>
              <ThesesSection about={target} />
            </section>
            <section aria-label={t('risks')}>
              <h3 className={classes.aboutPart}>{t('risks')}</h3>
              <RisksSection target={target} sourceIds={sourceIds} />
            </section>
            <section aria-label={t('notes')}>
              <h3 className={classes.aboutPart}>{t('notes')}</h3>
              <NotesSection objectRef={target} />
            </section>
          </>
        )}
      </VaultPrompt>
    </SidePane>
  );
}
