/**
 * Codes of securities as people and vendors write them: `688111.SH`, `SH688111`, `700 HK`, `00700.HK`, `NVDA.O`,
 * `600588`. A code is kept as its exchange writes it, those of Hong Kong with four digits at least.
 */
import type { Exchange } from './securities.ts';

export type ReadCode = { code: string; exchange: Exchange | null };

const SUFFIXES: Record<string, Exchange> = {
  SH: 'SH',
  SS: 'SH',
  XSHG: 'SH',
  SZ: 'SZ',
  XSHE: 'SZ',
  BJ: 'BJ',
  HK: 'HK',
  US: 'US',
  O: 'US',
  OQ: 'US',
  N: 'US',
  A: 'US',
  NQ: 'NEEQ',
  OC: 'NEEQ',
  NEEQ: 'NEEQ',
};

/** By the first digits of a code of six; those of 4 and 8 are of Beijing or of the NEEQ. */
const BY_DIGITS: readonly [RegExp, Exchange][] = [
  [/^(60|68|900)/, 'SH'],
  [/^(00|30|20)/, 'SZ'],
  [/^92/, 'BJ'],
];

/** `exchange` is null where it cannot be told; null of what is no code. */
export function readCode(text: string): ReadCode | null {
  const said = text.normalize('NFKC').trim().toUpperCase();
  const [, before = '', first = ''] = /^(SH|SZ|BJ|HK|US)[.:\s]?([0-9]{1,6}|[A-Z]{1,6})$/.exec(said) ?? [];
  // Without a sign between them, USAAPL might be a ticker itself.
  if (/\d/.test(first) || /^US[.:]/.test(said)) return coded(first, SUFFIXES[before]);
  const [, stem = '', suffix = ''] = /^([0-9A-Z]{1,8})[.\s:]([A-Z]{1,4})$/.exec(said) ?? [];
  if (stem !== '' && suffix in SUFFIXES) return coded(stem, SUFFIXES[suffix]);
  if (/^\d{6}$/.test(said)) return coded(said, BY_DIGITS.find(([begins]) => begins.test(said))?.[1] ?? null);
  if (/^\d{4,5}$/.test(said)) return coded(said, 'HK');
  return null;
}

function coded(code: string, exchange: Exchange | null): ReadCode {
  if (exchange !== 'HK' || !/^\d+$/.test(code)) return { code, exchange };
  return { code: String(Number(code)).padStart(4, '0'), exchange };
}
