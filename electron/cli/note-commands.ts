/** Private notes on the command line: found by their words once the passphrase is given. */
import { type CommandOptions, withWorkbench } from './call.ts';
import { printJson } from './output.ts';
import type { PassphraseOptions } from './passphrase.ts';
import { unlock } from './vault-commands.ts';

export type NoteSearchOptions = PassphraseOptions & { limit: number };

/** One JSON object: notes with all the words, best first, each with the words around the first place, and how many there are. */
export async function noteSearchCommand(
  options: CommandOptions,
  text: string,
  { limit, ...given }: NoteSearchOptions,
): Promise<void> {
  const found = await withWorkbench(options, async (call) => {
    await unlock(call, given, options.language);
    return call('searchNotes', { text, limit });
  });
  await printJson(found);
}
