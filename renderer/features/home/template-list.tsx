/** The templates: what each rebuilds, from which document; choosing one makes a sheet of it and opens it. */
import { useId } from 'react';
import type { TemplateSummary } from '../../../shared/contract.ts';
import type { Source } from '../../../shared/facts.ts';
import { useLocalText, useTexts } from '../../texts.ts';
import { citationOf } from '../../ui/citation.ts';
import { Icon } from '../../ui/icon.tsx';
import { newSheetFromTemplate } from './home-store.ts';
import { homeTexts } from './home-texts.ts';
import classes from './lists.module.css';

type TemplateListProps = { templates: readonly TemplateSummary[]; sources: readonly Source[] };

export function TemplateList({ templates, sources }: TemplateListProps) {
  return (
    <ul className={classes.templates}>
      {templates.map((template) => (
        <li key={template.id}>
          <TemplateCard
            template={template}
            sources={sources.filter((source) => template.sourceIds.includes(source.id))}
          />
        </li>
      ))}
    </ul>
  );
}

function TemplateCard({ template, sources }: { template: TemplateSummary; sources: readonly Source[] }) {
  const t = useTexts(homeTexts);
  const local = useLocalText();
  const noteId = useId();
  return (
    <div className={classes.card}>
      <span className={classes.cardTitle}>
        <Icon name="template" size={14} />
        <button
          type="button"
          className={classes.cardButton}
          data-list-item
          aria-describedby={noteId}
          onClick={() => void newSheetFromTemplate(template.id)}
        >
          {local(template.title)}
        </button>
      </span>
      <span id={noteId} className={classes.cardNote}>
        {local(template.note)}
      </span>
      <span className={classes.cardSource}>
        <span className={classes.cited}>{sources.map(citationOf).join(' · ')}</span>
        <span>{t('lineCount', { count: template.lineCount })}</span>
      </span>
    </div>
  );
}
