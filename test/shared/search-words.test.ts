/** Words as the search knows them: what a text is found under, what a query asks for, and what is marked. */
import { describe, expect, it } from 'vitest';
import { markWords } from '../../shared/search-marks.ts';
import { exactKey, indexWords, loosePieces, piecesOf, queryPieces, wordsOfPiece } from '../../shared/search-words.ts';

describe('the words of a text', () => {
  it.each([
    ['GPT-4o', ['gpt', '4o']],
    ['gpt4o', ['gpt', '4o']],
    ['ＧＰＴ－４ｏ', ['gpt', '4o']],
    ['Llama3.1 405B', ['llama', '3.1', '405b']],
    ['H100', ['h100']],
    ['1,022,362 GPU·h', ['1022362', 'gpu', 'h']],
    ['8,1', ['8', '1']],
    ['大模型', ['大模', '模型', '型']],
    ['价', ['价']],
    ['1.6万元', ['1.6', '万元', '元']],
    ['002/图表14', ['002', '图表', '表', '14']],
    ['Qwen2.5-72B价格', ['qwen', '2.5', '72b', '价格', '格']],
    ['', []],
    ['—（）%', []],
  ])('%j', (text, words) => {
    expect(indexWords(text)).toEqual(words);
  });

  it.each([
    ['Llama 3.1 405B', 'llama3.1-405b'],
    ['GPT-4 Omni', 'ｇｐｔ４ omni'],
    ['文心一言4.0', '文心一言 4.0'],
  ])('%j and %j are one name', (one, other) => {
    expect(exactKey(piecesOf(one))).toBe(exactKey(piecesOf(other)));
  });
});

describe('the words of a query', () => {
  const asked = (query: string) => queryPieces(query).map(({ text, isPrefix }) => `${text}${isPrefix ? '*' : ''}`);

  it.each([
    ['gpt', ['gpt*']],
    ['gpt ', ['gpt']],
    ['GPT-4', ['gpt', '4*']],
    ['mmlu 文心', ['mmlu', '文心']],
    ['价', ['价*']],
    ['"AND" OR (x', ['and', 'or', 'x*']],
  ])('%j', (query, pieces) => {
    expect(asked(query)).toEqual(pieces);
  });

  it('are no more than anybody asks for', () => {
    expect(queryPieces('a b '.repeat(500))).toHaveLength(24);
  });

  it.each([
    ['文心一言的价格', ['文心', '一言', '价格']],
    ['天风证券', ['天风', '证券']],
    ['大模型价格', ['大模型', '价格']],
    ['价', ['价']],
    ['的', ['的']],
    ['gpt', ['gpt']],
  ])('typed without blanks, %j is also %j', (query, words) => {
    expect(loosePieces(queryPieces(query)).map(({ text }) => text)).toEqual(words);
  });

  it('are words of the index of every text that contains them', () => {
    for (const [text, query] of [
      ['开源大模型评测', '大模型'],
      ['开源大模型评测', '测'],
      ['GPT-4o mini', 'gpt4o'],
      ['１.６万', '1.6万'],
    ]) {
      const words = indexWords(text);
      for (const piece of queryPieces(query)) {
        for (const word of wordsOfPiece(piece)) {
          expect(words.some((each) => (piece.isPrefix ? each.startsWith(word) : each === word))).toBe(true);
        }
      }
    }
  });
});

describe('what is marked', () => {
  const marked = (text: string, query: string) =>
    markWords(text, query)
      .map(({ text: part, isFound }) => (isFound ? `[${part}]` : part))
      .join('');

  it.each([
    ['GPT-4o · MMLU-Pro', 'gpt-4o mmlu', '[GPT]-[4o] · [MMLU]-Pro'],
    ['GPT-4o mini', 'GPT4', '[GPT]-[4]o mini'],
    ['ＧＰＴ 4', 'gpt', '[ＧＰＴ] 4'],
    ['科大讯飞大模型', '大模型', '科大讯飞[大模型]'],
    ['文心一言：输入价格', '文心一言价格', '[文心][一言]：输入[价格]'.replace('][', '')],
    ['commlu', 'mmlu', 'commlu'],
    ['mmlu', '', 'mmlu'],
    ['', 'x', ''],
  ])('%j for %j', (text, query, expected) => {
    expect(marked(text, query)).toBe(expected);
  });
});
