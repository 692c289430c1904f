/** What a file of series does not say and the user must, with the answers there are. */
import type { ReactNode } from 'react';
import type { ImportField, SeriesImportPreview, SeriesMapping } from '../../../shared/series-import.ts';
import { ConstantField } from '../../imports/constant-field.tsx';
import { Answer, ColumnAnswer, QuestionList } from '../../imports/question-list.tsx';
import { useTexts } from '../../texts.ts';
import { USUAL_METRICS, useKnownNames } from './known-names.ts';
import { type ColumnMeaning, withAllFigures, withConstant, withMeaning } from './mapping-changes.ts';
import { seriesImportTexts } from './series-import-texts.ts';

type Question = SeriesImportPreview['questions'][number];
type SeriesQuestionsProps = { preview: SeriesImportPreview; onAnswer: (mapping: SeriesMapping) => void };

export function SeriesQuestions({ preview, onAnswer }: SeriesQuestionsProps) {
  return (
    <QuestionList questions={preview.questions}>
      {(question) => <Answers question={question} preview={preview} onAnswer={onAnswer} />}
    </QuestionList>
  );
}

const ORDERS = ['ymd', 'mdy', 'dmy'] as const;
const GRAINS = ['day', 'week', 'month', 'quarter', 'fiscal-quarter', 'year'] as const;
const UNITS = ['USD', 'CNY', '万元', '亿元', '亿美元'];
const YEARS_OFFERED = 4;

type AnswersProps = SeriesQuestionsProps & { question: Question };

function Answers({ question: { field, reason }, preview, onAnswer }: AnswersProps): ReactNode {
  const t = useTexts(seriesImportTexts);
  const { textOf } = useKnownNames();
  const { mapping, headings } = preview;
  const columnOf = (meaning: Exclude<ColumnMeaning, ''>) => (
    <ColumnAnswer
      field={t(meaning === 'figures' ? 'figures' : `field-${meaning}`)}
      headings={headings}
      onGive={(column) => onAnswer(withMeaning(mapping, column, meaning))}
    />
  );
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
          {columnOf('metric')}
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
          {columnOf('subject')}
          <WrittenAnswer field="subject" mapping={mapping} onAnswer={onAnswer} />
        </>
      );
    case 'workbook':
      return <Answer label={t('takeAsSaved')} onGive={() => onAnswer({ ...mapping, isAsSaved: true })} />;
    case 'period':
      return columnOf('period');
    case 'value':
      if (mapping.shape === 'long') return columnOf('value');
      return (
        <>
          <Answer label={t('allFigures')} onGive={() => onAnswer(withAllFigures(mapping, headings.length))} />
          {columnOf('figures')}
        </>
      );
  }
}

/** `08/01/2024` ends with its year; `08/01/24` may begin with it. */
function mayBeginWithYear(date: string | number | undefined): boolean {
  return !/\d{4}\s*$/.test(String(date ?? ''));
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
