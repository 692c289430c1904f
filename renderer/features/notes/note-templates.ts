/** What a note can begin with, in the user's language. */
import type { Language } from '../../../shared/language.ts';

export const TEMPLATES = ['thesis', 'catalyst', 'risk', 'meeting'] as const;
export type TemplateName = (typeof TEMPLATES)[number];

const TEXTS: Record<TemplateName, Record<Language, string>> = {
  thesis: {
    zh: `# 论点：

## 主张

一句话：什么会发生，到什么时候。

## 依据

- 事实与数字：输入两个左花括号插入实时数字
- …

## 什么会证明我错了

- [ ] …

## 时间表

| 日期 | 看什么 | 若成立 | 若不成立 |
|---|---|---|---|
|  |  |  |  |
`,
    en: `# Thesis:

## Claim

In one sentence: what will happen, and by when.

## Evidence

- Facts and figures: two opening braces put in a live figure
- …

## What would prove me wrong

- [ ] …

## Timetable

| Date | What to watch | If it holds | If not |
|---|---|---|---|
|  |  |  |  |
`,
  },
  catalyst: {
    zh: `# 催化剂：

- 日期：
- 影响的证券：输入两个左方括号链接

## 预期

市场预期：

我的预期：

## 之前要做的

- [ ] 更新模型
- [ ] 核对口径与来源

## 结果

`,
    en: `# Catalyst:

- Date:
- Securities concerned: two opening brackets link to them

## Expectations

The market's:

Mine:

## Before it

- [ ] Update the model
- [ ] Check definitions and sources

## Outcome

`,
  },
  risk: {
    zh: `# 风险：

- 概率：
- 影响：
- 会波及：

## 它会怎样发生

## 先兆

- [ ] …

## 应对

`,
    en: `# Risk:

- Probability:
- Impact:
- Would reach:

## How it would happen

## Early signs

- [ ] …

## What to do

`,
  },
  meeting: {
    zh: `# 会议：

- 时间：
- 参加者：
- 议题：

## 要点

- …

## 数字

| 指标 | 数值 | 口径 |
|---|---:|---|
|  |  |  |

## 待办

- [ ] …
`,
    en: `# Meeting:

- When:
- Who:
- Subject:

## Points

- …

## Figures

| Measure | Value | Definition |
|---|---:|---|
|  |  |  |

## To do

- [ ] …
`,
  },
};

export function templateText(name: TemplateName, language: Language): string {
  return TEXTS[name][language];
}
