/**
 * How strong a passphrase is: how many tries a guesser needs that knows words, names, dates, keyboards and what people
 * do with them (zxcvbn), in English and in Chinese. Calculated here; the passphrase goes nowhere and is not kept.
 */
import type { ZxcvbnFactory, ZxcvbnResult } from '@zxcvbn-ts/core';
import { AppError } from '../../shared/errors.ts';
import { type Message, type MessageKey, message } from '../../shared/messages.ts';
import type { PassphraseStrength } from '../../shared/vault-methods.ts';
import { NUMERALS, PHRASES, PINYIN } from './chinese-words.ts';

/**
 * Powers of ten. At ten thousand tries a second 10^10 take twelve days: what zxcvbn calls safe where the derivation of
 * the key is slow and the guesser has the file.
 */
const LEAST_GUESSES = 10;
const TRIES_PER_SECOND = 10_000;
/** Characters that are looked at: beyond them the estimate takes long, and is high enough. */
const LONGEST = 100;

export async function passphraseStrength(passphrase: string): Promise<PassphraseStrength> {
  const typed = passphrase.normalize('NFKC');
  if (typed.trim() === '') {
    return {
      guessesLog10: 0,
      seconds: 0,
      isStrongEnough: false,
      reason: message('vault.emptyPassphrase'),
      suggestions: [],
    };
  }
  const estimate = await estimator();
  const result = estimate.check(typed);
  const isStrongEnough = result.guessesLog10 >= LEAST_GUESSES;
  return {
    guessesLog10: result.guessesLog10,
    seconds: 10 ** result.guessesLog10 / TRIES_PER_SECOND,
    isStrongEnough,
    reason: isStrongEnough ? null : reasonOf(result),
    suggestions: isStrongEnough ? [] : suggestionsOf(result),
  };
}

/** Throws AppError 'weak-passphrase' with the reason and the estimate. */
export async function checkStrength(passphrase: string): Promise<void> {
  const { reason, guessesLog10 } = await passphraseStrength(passphrase);
  if (reason !== null) throw new AppError('weak-passphrase', reason, { guessesLog10 });
}

const REASONS: Partial<Record<string, MessageKey>> = {
  straightRow: 'vault.weak.keyPattern',
  keyPattern: 'vault.weak.keyPattern',
  simpleRepeat: 'vault.weak.repeat',
  extendedRepeat: 'vault.weak.repeat',
  sequences: 'vault.weak.sequence',
  recentYears: 'vault.weak.date',
  dates: 'vault.weak.date',
  topTen: 'vault.weak.common',
  topHundred: 'vault.weak.common',
  common: 'vault.weak.common',
  similarToCommon: 'vault.weak.common',
  wordByItself: 'vault.weak.word',
  namesByThemselves: 'vault.weak.name',
  commonNames: 'vault.weak.name',
};

function reasonOf({ feedback, guessesLog10, sequence }: ZxcvbnResult): Message {
  // zxcvbn has no warning for dictionaries that it does not know.
  const isPhrase = sequence.length === 1 && sequence[0].pattern === 'dictionary';
  const fallback = isPhrase ? 'vault.weak.word' : 'vault.weak.short';
  const key = REASONS[feedback.warning ?? ''] ?? fallback;
  return message(key, { power: Math.floor(guessesLog10), least: LEAST_GUESSES });
}

function suggestionsOf({ feedback: { suggestions } }: ZxcvbnResult): Message[] {
  const keys: MessageKey[] = ['vault.stronger.words'];
  const has = (...some: string[]) => suggestions.some((each) => some.includes(each));
  if (has('dates', 'recentYears', 'associatedYears', 'sequences')) keys.push('vault.stronger.dates');
  if (has('l33t', 'reverseWords', 'allUppercase', 'capitalization')) keys.push('vault.stronger.noTricks');
  return keys.map((key) => message(key));
}

let loading: Promise<ZxcvbnFactory> | null = null;

/** The word lists take 20 MB and a third of a second: loaded when somebody chooses a passphrase, not before. */
function estimator(): Promise<ZxcvbnFactory> {
  loading ??= load();
  return loading;
}

async function load(): Promise<ZxcvbnFactory> {
  const [core, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new core.ZxcvbnFactory({
    dictionary: {
      ...common.dictionary,
      ...english.dictionary,
      'passwords-zh': PHRASES,
      'pinyin-zh': PINYIN,
      'cardinalNumbers-zh': NUMERALS,
    },
    graphs: common.adjacencyGraphs,
    maxLength: LONGEST,
  });
}
