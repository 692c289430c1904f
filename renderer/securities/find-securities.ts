/** Securities by what is typed: the beginning of a code first, then any part of a code, a name in either language, or an alias. */
import type { SecurityView } from '../../shared/securities.ts';

export function findSecurities(
  securities: Iterable<SecurityView>,
  typed: string,
  limit: number,
): readonly SecurityView[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: { security: SecurityView; rank: number }[] = [];
  for (const security of securities) {
    const { id, code, name, aliases, tags } = security;
    const text = fold([id, code, name.zh, name.en, ...aliases, ...tags].join('\n'));
    if (!words.every((word) => text.includes(word))) continue;
    const [first] = words;
    const begins = [id, code, name.zh, name.en].some((each) => fold(each).startsWith(first));
    found.push({ security, rank: begins ? 0 : 1 });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ security }) => security);
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
