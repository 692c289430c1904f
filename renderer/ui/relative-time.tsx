/** A point in time in words, as far back as it is: just now, 5 minutes ago, yesterday, 19 Jul 2024. */
import type { Language } from '../../shared/language.ts';
import { useLanguage } from '../texts.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `iso` is shown in words, in full on hover. */
export function RelativeTime({ iso }: { iso: string }) {
  const language = useLanguage();
  const at = new Date(iso);
  return (
    <time dateTime={iso} title={at.toLocaleString(locale(language))}>
      {timeInWords(at, new Date(), language)}
    </time>
  );
}

export function timeInWords(at: Date, now: Date, language: Language): string {
  const passed = now.getTime() - at.getTime();
  const relative = new Intl.RelativeTimeFormat(locale(language), { numeric: 'auto' });
  if (passed < MINUTE) return relative.format(0, 'second');
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), 'hour');
  if (passed < 7 * DAY) return relative.format(-Math.floor(passed / DAY), 'day');
  return at.toLocaleDateString(locale(language), { year: 'numeric', month: 'short', day: 'numeric' });
}

function locale(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en-GB';
}
