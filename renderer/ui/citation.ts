/** A document as a reader cites it: `国金证券研究所，LLaMA 等开源模型…，2023-04`. */
import type { Source } from '../../shared/facts.ts';

export function citationOf({ publisher, title, date, language }: Source): string {
  return [publisher, title, date].filter(Boolean).join(language === 'zh' ? '，' : ', ');
}
