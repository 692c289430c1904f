/** What the file does not say and the user must: each question with its answers as buttons. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportField, SeriesImportPreview, SeriesMapping } from '../../../shared/series-import.ts';
import { ConstantField } from '../../imports/constant-field.tsx';
import classes from '../../imports/import.module.css';
import { useMessageText, useTexts } from '../../texts.ts';
import { HeadingSelect } from '../../ui/heading-select.tsx';
import { Icon } from '../../ui/icon.tsx';
import { USUAL_METRICS, useKnownNames } from './known-names.ts';
import { type ColumnMeaning, withAllFigures, withConstant, withMeaning } from './mapping-changes.ts';
import { seriesImportTexts } from './series-import-texts.ts';

type Question = SeriesImportPreview['questions'][number];
type QuestionListProps = { preview: SeriesImportPreview; onAnswer: (mapping: SeriesMapping) => void };

export function QuestionList({ preview, onAnswer }: QuestionListProps) {
  const t = useTexts(seriesImportTexts);
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

const ORDERS = ['ymd', 'mdy', 'dmy'] as const;
const GRAINS = ['day', 'week', 'month', 'quarter', 'fiscal-quarter', 'year'] as const;
const UNITS = ['USD', 'CNY', '万元', '亿元', '亿美元'];
const YEARS_OFFERED = 4;

type AnswersProps = QuestionListProps & { question: Question };

function Answers({ question: { field, reason }, preview, onAnswer }: AnswersProps): ReactNode {
  const t = useTexts(seriesImportTexts);
  const { textOf } = useKnownNames();
  const { mapping, headings } = preview;
  switch (field) {
    case 'dateOrder':
      return ORDERS.filter((order) => order !== 'ymd' || mayBeginWithYear(reason.params.date)).map((dateOrder) => (
        <Answer
          key={dateOrder}
          label={t(`dateOrder-${dateOrder}`)}
          onGive={() => onAnswer({ ...mapping, dateOrder })}
        />
      ));
    case 'year': {
      const thisYear = new Date().getFullYear();
      return Array.from({ length: YEARS_OFFERED }, (_, back) => thisYear - back).map((year) => (
        <Answer key={year} label={String(year)} onGive={() => onAnswer({ ...mapping, year })} />
      ));
    }
    case 'grain':
      return GRAINS.map((grain) => (
        <Answer key={grain} label={t(`grain-${grain}`)} onGive={() => onAnswer({ ...mapping, grain })} />
      ));
    case 'metric':
      return (
        <>
          {USUAL_METRICS.filter((id) => textOf('metric', id) !== id).map((id) => (
            <Answer
              key={id}
              label={textOf('metric', id)}
              onGive={() => onAnswer(withConstant(mapping, 'metric', id))}
            />
          ))}
          <ColumnAnswer meaning="metric" preview={preview} onAnswer={onAnswer} />
          <WrittenAnswer field="metric" mapping={mapping} onAnswer={onAnswer} />
        </>
      );
    case 'unit':
      return (
        <>
          {UNITS.map((unit) => (
            <Answer key={unit} label={unit} onGive={() => onAnswer(withConstant(mapping, 'unit', unit))} />
          ))}
          <WrittenAnswer field="unit" mapping={mapping} onAnswer={onAnswer} />
        </>
      );
    case 'subject':
      return (
        <>
          <ColumnAnswer meaning="subject" preview={preview} onAnswer={onAnswer} />
          <WrittenAnswer field="subject" mapping={mapping} onAnswer={onAnswer} />
        </>
      );
    case 'workbook':
      return <Answer label={t('takeAsSaved')} onGive={() => onAnswer({ ...mapping, isAsSaved: true })} />;
    case 'period':
      return <ColumnAnswer meaning="period" preview={preview} onAnswer={onAnswer} />;
    case 'value':
      if (mapping.shape === 'long') return <ColumnAnswer meaning="value" preview={preview} onAnswer={onAnswer} />;
      return (
        <>
          <Answer label={t('allFigures')} onGive={() => onAnswer(withAllFigures(mapping, headings.length))} />
          <ColumnAnswer meaning="figures" preview={preview} onAnswer={onAnswer} />
        </>
      );
  }
}

/** `08/01/2024` ends with its year; `08/01/24` may begin with it. */
function mayBeginWithYear(date: string | number | undefined): boolean {
  return !/\d{4}\s*$/.test(String(date ?? ''));
}

function Answer({ label, onGive }: { label: string; onGive: () => void }) {
  return (
    <Button variant="default" size="compact-xs" onClick={onGive}>
      {label}
    </Button>
  );
}

function ColumnAnswer({ meaning, preview, onAnswer }: QuestionListProps & { meaning: Exclude<ColumnMeaning, ''> }) {
  const t = useTexts(seriesImportTexts);
  const columns = preview.headings.map((heading, column) => ({
    value: String(column),
    label: heading || t('columnNumber', { number: column + 1 }),
  }));
  const field = t(meaning === 'figures' ? 'figures' : `field-${meaning}`);
  return (
    <HeadingSelect
      label={`${field}: ${t('chooseColumn')}`}
      value=""
      options={[{ value: '', label: t('chooseColumn') }, ...columns]}
      onChange={(column) => {
        if (column !== '') onAnswer(withMeaning(preview.mapping, Number(column), meaning));
      }}
    />
  );
}

type WrittenAnswerProps = {
  field: ImportField;
  mapping: SeriesMapping;
  onAnswer: (mapping: SeriesMapping) => void;
};

function WrittenAnswer({ field, mapping, onAnswer }: WrittenAnswerProps) {
  const t = useTexts(seriesImportTexts);
  const { suggest, constantOf } = useKnownNames();
  return (
    <ConstantField
      label={`${t(`field-${field}`)}: ${t('orWrite')}`}
      placeholder={t('orWrite')}
      value=""
      suggest={(typed) => suggest(field, typed)}
      onTake={(text) => onAnswer(withConstant(mapping, field, constantOf(field, text)))}
    />
  );
}
