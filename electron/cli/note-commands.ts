/** Private notes on the command line: found by their words once the passphrase is given. */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { type CommandOptions, withWorkbench } from './call.ts';
import { printJson } from './output.ts';
import { type PassphraseOptions, readPassphrases } from './passphrase.ts';

export type NoteSearchOptions = PassphraseOptions & { limit: number };

/** One JSON object: notes with all the words, best first, each with the words around the first place, and how many there are. */
export async function noteSearchCommand(
  options: CommandOptions,
  text: string,
  { limit, ...given }: NoteSearchOptions,
): Promise<void> {
  const found = await withWorkbench(options, async (call) => {
    if ((await call('getVaultStatus', {})).state === 'none') {
      throw new AppError('vault-missing', message('vault.missing'));
    }
    const [passphrase] = await readPassphrases(given, [message('cli.passphrase')], options.language);
    await call('unlockVault', { by: { passphrase } });
    return call('searchNotes', { text, limit });
  });
  await printJson(found);
}
