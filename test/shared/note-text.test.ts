/** What a text of a note says of itself: its title, what follows, links, live figures and images. */
import { expect, it } from 'vitest';
import { excerptOf, figuresOf, imagesOf, linksOf, titleOf } from '../../shared/note-text.ts';

it.each<[text: string, title: string, excerpt: string]>([
  ['', '', ''],
  [' \n\n---\n```\n', '', ''],
  ['# 金山办公：订阅\n\n付费率上升', '金山办公：订阅', '付费率上升'],
  ['just a line\nand **another** one', 'just a line', 'and another one'],
  ['\n\n## *Thesis* ##\n- [ ] check `DAU`\n- [x] done', '*Thesis*', 'check DAU done'],
  ['> quoted\n1. first', 'quoted', 'first'],
  ['#hashtag is no heading', '#hashtag is no heading', ''],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a | b |', '1 | 2 |'],
  ['# [[security:688111.SH|金山办公]] and [a link](https://a.example)', '金山办公 and a link', ''],
  ['see [[security:688111.SH]]', 'see …', ''],
  ['DAU {{fact:004/6/1}} now', 'DAU … now', ''],
  ['![a chart](image:0b9f0e3c-5c42-4b4e-8d3b-2f6f3c1f4a10)\ntext', 'a chart', 'text'],
  ['turned \u202eround\u0007', 'turned round', ''],
  [`# ${'长'.repeat(300)}\n${'a '.repeat(300)}`, `${'长'.repeat(199)}…`, `${'a '.repeat(79)}a…`],
  ['\ud800 lone', '\ud800 lone', ''],
])('%j is called %j', (text, title, excerpt) => {
  expect([titleOf(text), excerptOf(text)]).toEqual([title, excerpt]);
});

it('reads what stands between brackets and braces', () => {
  const image = '0b9f0e3c-5c42-4b4e-8d3b-2f6f3c1f4a10';
  const text = `[[security:688111.SH]] [[note:x|a name]] [[security:688111.SH|again]] [[no ref]] [[1,2],[3]]
    {{fact:004/6/1}} {{ series:x }} {{series:capex/meta|2024Q1|yoy}} {{other}} {{sheet:a/租金}} ![](image:${image})`;
  expect(linksOf(text)).toEqual(['security:688111.SH', 'note:x']);
  expect(figuresOf(text)).toEqual(['fact:004/6/1', 'series:capex/meta|2024Q1|yoy', 'sheet:a/租金']);
  expect(imagesOf(text)).toEqual([image]);
});

it.each([
  '['.repeat(100_000),
  '[[a|'.repeat(50_000),
  '{{fact:'.repeat(50_000),
  '> '.repeat(100_000),
  '*'.repeat(100_000),
])('takes no longer for a text that repeats itself (%#)', (text) => {
  const begun = performance.now();
  titleOf(text);
  excerptOf(text);
  linksOf(text);
  figuresOf(text);
  // A thousand times what it takes; a text that is tried in every way takes minutes.
  expect(performance.now() - begun).toBeLessThan(10_000);
});
