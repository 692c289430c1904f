/** What the fields of a fact's subject and metric offer. */
import { expect, test } from 'vitest';
import { entityChoices } from '../../renderer/facts/entity-choice.ts';
import { entityOf } from './fact-fixture.ts';

const choices = entityChoices(
  [
    { ...entityOf('mmlu', 'MMLU'), kind: 'benchmark', factCount: 90 },
    { ...entityOf('price', 'Input price', ['输入价格']), kind: 'measure', factCount: 50 },
    { ...entityOf('gpt-4o', 'GPT-4o', ['GPT-4 Omni']), kind: 'model', factCount: 20 },
    { ...entityOf('openai', 'OpenAI'), kind: 'organisation', factCount: 5 },
  ],
  'en',
);

test.each([
  ['', 'subject', ['GPT-4o', 'OpenAI', 'MMLU', 'Input price']],
  ['', 'metric', ['MMLU', 'Input price', 'GPT-4o', 'OpenAI']],
  ['omni', 'subject', ['GPT-4o']],
  ['价格', 'subject', ['Input price']],
  ['p', 'metric', ['Input price', 'GPT-4o', 'OpenAI']],
  ['nothing', 'metric', []],
] as const)('"%s" in the field of the %s', (typed, part, found) => {
  expect(choices.find(typed, 4, part)).toEqual(found);
});
