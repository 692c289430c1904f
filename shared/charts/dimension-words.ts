/**
 * What tells one series from another, in words of both languages: markets and definitions are kept as
 * they were first written; those that are known are said in the reader's language.
 */
import { type LocalText, sameInBoth } from '../language.ts';

const WORDS: Readonly<Record<string, LocalText>> = {
  overseas: { zh: '海外', en: 'Overseas' },
  海外: { zh: '海外', en: 'Overseas' },
  China: { zh: '中国', en: 'China' },
  中国: { zh: '中国', en: 'China' },
  国内: { zh: '国内', en: 'China' },
  global: { zh: '全球', en: 'Global' },
  全球: { zh: '全球', en: 'Global' },
  全平台: { zh: '全平台', en: 'all platforms' },
  全部平台: { zh: '全部平台', en: 'all platforms' },
  'all platforms': { zh: '全平台', en: 'all platforms' },
  ios: { zh: 'iOS', en: 'iOS' },
  android: { zh: '安卓', en: 'Android' },
  安卓: { zh: '安卓', en: 'Android' },
  'incl. finance-lease principal': { zh: '含融资租赁本金', en: 'incl. finance-lease principal' },
  'incl. finance leases': { zh: '含融资租赁', en: 'incl. finance leases' },
  'additions to P&E': { zh: '固定资产增加额', en: 'additions to P&E' },
  'purchases of P&E': { zh: '购置固定资产', en: 'purchases of P&E' },
  'purchases of P&E, net of proceeds': { zh: '购置固定资产，扣除处置所得', en: 'purchases of P&E, net of proceeds' },
  'purchases of P&E, net of proceeds and incentives': {
    zh: '购置固定资产，扣除处置所得和补助',
    en: 'purchases of P&E, net of proceeds and incentives',
  },
};

/** A market, platform or definition in both languages; as it is written where it is not known. */
export function dimensionText(written: string): LocalText {
  return Object.hasOwn(WORDS, written) ? WORDS[written] : sameInBoth(written);
}
