/** What a file of prices does not say and the user must, with the answers there are. */
import type { BarField, BarImportPreview, BarMapping } from '../../../shared/bar-import.ts';
import { dateOrderSchema } from '../../../shared/import-file.ts';
import { ADJUSTMENTS } from '../../../shared/price-bars.ts';
import { EXCHANGES } from '../../../shared/securities.ts';
import { Answer, ColumnAnswer, QuestionList } from '../../imports/question-list.tsx';
import { SecurityPicker } from '../../securities/security-picker.tsx';
import { useTexts } from '../../texts.ts';
import { barImportTexts } from './bar-import-texts.ts';
import { withAllCloses, withMeaning } from './mapping-changes.ts';

type BarQuestionsProps = { preview: BarImportPreview; onAnswer: (mapping: BarMapping) => void };
type Question = BarImportPreview['questions'][number];

export function BarQuestions({ preview, onAnswer }: BarQuestionsProps) {
  return (
    <QuestionList questions={preview.questions}>
      {(question) => <Answers question={question} preview={preview} onAnswer={onAnswer} />}
    </QuestionList>
  );
}

function Answers({ question: { field }, preview, onAnswer }: BarQuestionsProps & { question: Question }) {
  const t = useTexts(barImportTexts);
  const { mapping, headings } = preview;
  const columnOf = (meaning: BarField) => (
    <ColumnAnswer
      field={t(`field-${meaning}`)}
      headings={headings}
      onGive={(column) => onAnswer(withMeaning(mapping, column, meaning))}
    />
  );
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
          {columnOf('security')}
          <SecurityPicker
            label={t('security')}
            placeholder={t('orWrite')}
            onPick={({ id }) => give({ security: id })}
            onText={(security) => give({ security })}
          />
        </>
      );
    case 'day':
      return columnOf('day');
    case 'close':
      if (mapping.shape === 'long') return columnOf('close');
      return <Answer label={t('allCodes')} onGive={() => onAnswer(withAllCloses(mapping, headings.length))} />;
  }
}
