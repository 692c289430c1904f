/**
 * Which commands a query of the palette finds: every word of it must occur, in the label in either
 * language or in the detail. Those whose label begins with the query come first, then those where
 * a word begins with it; otherwise the order is kept.
 */
import type { Command } from './commands.ts';

export function rankCommands(commands: readonly Command[], query: string, limit: number): Command[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands.slice(0, limit);
  const found: { command: Command; rank: number }[] = [];
  for (const command of commands) {
    const names = [fold(command.label.zh), fold(command.label.en)];
    const text = `${names.join('\n')}\n${fold(command.detail ?? '')}`;
    if (words.every((word) => text.includes(word))) found.push({ command, rank: rankOf(names, text, words[0]) });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ command }) => command);
}

function rankOf(names: string[], text: string, word: string): number {
  if (names.some((name) => name.startsWith(word))) return 0;
  if (text.includes(`\n${word}`) || text.includes(` ${word}`)) return 1;
  return 2;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
