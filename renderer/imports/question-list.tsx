/**
 * What the file does not say and the user must: each question with its answers as buttons, or as a column to choose.
 *
 *     <QuestionList questions={preview.questions}>{(question) => <Answers question={question} … />}</QuestionList>
 */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Message } from '../../shared/messages.ts';
import { useMessageText, useTexts } from '../texts.ts';
import { HeadingSelect } from '../ui/heading-select.tsx';
import { Icon } from '../ui/icon.tsx';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

type QuestionListProps<Question> = {
  questions: readonly Question[];
  children: (question: Question) => ReactNode;
};

export function QuestionList<Question extends { field: string; reason: Message }>({
  questions,
  children,
}: QuestionListProps<Question>) {
  const t = useTexts(importTexts);
  const say = useMessageText();
  if (questions.length === 0) return null;
  return (
    <section className={classes.questions} aria-label={t('questions')}>
      {questions.map((question) => (
        <div key={question.field} className={classes.question}>
          <p>
            <Icon name="warning" size={14} /> {say(question.reason)}
          </p>
          <div className={classes.answers}>{children(question)}</div>
        </div>
      ))}
    </section>
  );
}

export function Answer({ label, onGive }: { label: string; onGive: () => void }) {
  return (
    <Button variant="default" size="compact-xs" onClick={onGive}>
      {label}
    </Button>
  );
}

type ColumnAnswerProps = { field: string; headings: readonly string[]; onGive: (column: number) => void };

export function ColumnAnswer({ field, headings, onGive }: ColumnAnswerProps) {
  const t = useTexts(importTexts);
  const columns = headings.map((heading, column) => ({
    value: String(column),
    label: heading || t('columnNumber', { number: column + 1 }),
  }));
  return (
    <HeadingSelect
      label={`${field}: ${t('chooseColumn')}`}
      value=""
      options={[{ value: '', label: t('chooseColumn') }, ...columns]}
      onChange={(column) => {
        if (column !== '') onGive(Number(column));
      }}
    />
  );
}
