/** What the file does not say and the user must: each question with its answers as buttons. */
import { Button } from '@mantine/core';
import type { BarImportPreview, BarMapping } from '../../../shared/bar-import.ts';
import { dateOrderSchema } from '../../../shared/import-file.ts';
import { ADJUSTMENTS } from '../../../shared/price-bars.ts';
import { EXCHANGES } from '../../../shared/securities.ts';
import classes from '../../imports/import.module.css';
import { SecurityPicker } from '../../securities/security-picker.tsx';
import { useMessageText, useTexts } from '../../texts.ts';
import { HeadingSelect } from '../../ui/heading-select.tsx';
import { Icon } from '../../ui/icon.tsx';
import { barImportTexts } from './bar-import-texts.ts';
import { type ColumnMeaning, withAllCloses, withMeaning } from './mapping-changes.ts';

type QuestionListProps = { preview: BarImportPreview; onAnswer: (mapping: BarMapping) => void };
type Question = BarImportPreview['questions'][number];

export function QuestionList({ preview, onAnswer }: QuestionListProps) {
  const t = useTexts(barImportTexts);
  const say = useMessageText();
  if (preview.questions.length === 0) return null;
  return (
    <section className={classes.questions} aria-label={t('questions')}>
      {preview.questions.map((question) => (
        <div key={question.field} className={classes.question}>
          <p>
            <Icon name="warning" size={14} /> {say(question.reason)}
          </p>
          <div className={classes.answers}>
            <Answers question={question} preview={preview} onAnswer={onAnswer} />
          </div>
        </div>
      ))}
    </section>
  );
}

function Answers({ question: { field }, preview, onAnswer }: QuestionListProps & { question: Question }) {
  const t = useTexts(barImportTexts);
  const { mapping, headings } = preview;
  const give = (changed: Partial<BarMapping>) => onAnswer({ ...mapping, ...changed });
  switch (field) {
    case 'adjustment':
      return ADJUSTMENTS.map((adjustment) => (
        <Answer key={adjustment} label={t(`adjustment-${adjustment}`)} onGive={() => give({ adjustment })} />
      ));
    case 'dateOrder':
      return dateOrderSchema.options.map((dateOrder) => (
        <Answer key={dateOrder} label={t(`dateOrder-${dateOrder}`)} onGive={() => give({ dateOrder })} />
      ));
    case 'exchange':
      return EXCHANGES.map((exchange) => (
        <Answer key={exchange} label={t(`exchange-${exchange}`)} onGive={() => give({ exchange })} />
      ));
    case 'makeSecurities':
      return (
        <>
          <Answer label={t('make')} onGive={() => give({ makeSecurities: true })} />
          <Answer label={t('leaveOut')} onGive={() => give({ makeSecurities: false })} />
        </>
      );
    case 'security':
      return (
        <>
          <ColumnAnswer meaning="security" preview={preview} onAnswer={onAnswer} />
          <SecurityPicker
            label={t('security')}
            placeholder={t('orWrite')}
            onPick={({ id }) => give({ security: id })}
            onText={(security) => give({ security })}
          />
        </>
      );
    case 'day':
      return <ColumnAnswer meaning="day" preview={preview} onAnswer={onAnswer} />;
    case 'close':
      if (mapping.shape === 'long') return <ColumnAnswer meaning="close" preview={preview} onAnswer={onAnswer} />;
      return <Answer label={t('allCodes')} onGive={() => onAnswer(withAllCloses(mapping, headings.length))} />;
  }
}

function Answer({ label, onGive }: { label: string; onGive: () => void }) {
  return (
    <Button variant="default" size="compact-xs" onClick={onGive}>
      {label}
    </Button>
  );
}

type ColumnAnswerProps = QuestionListProps & { meaning: Exclude<ColumnMeaning, '' | 'closes'> };

function ColumnAnswer({ meaning, preview, onAnswer }: ColumnAnswerProps) {
  const t = useTexts(barImportTexts);
  const columns = preview.headings.map((heading, column) => ({
    value: String(column),
    label: heading || t('columnNumber', { number: column + 1 }),
  }));
  return (
    <HeadingSelect
      label={`${t(`field-${meaning}`)}: ${t('chooseColumn')}`}
      value=""
      options={[{ value: '', label: t('chooseColumn') }, ...columns]}
      onChange={(column) => {
        if (column !== '') onAnswer(withMeaning(preview.mapping, Number(column), meaning));
      }}
    />
  );
}
