/**
 * Passphrases for commands, or recovery keys in their place: typed on the terminal without being shown, or read from a
 * file descriptor, a line each. Never from an argument or an environment variable: other processes can see those.
 *
 *     const [proof] = await readProofs({ passphraseFd }, [message('cli.passphrase')], language);
 */
import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/language.ts';
import { formatMessage, type Message, message } from '../../shared/messages.ts';
import type { VaultProof } from '../../shared/vault-methods.ts';
import { looksLikeRecoveryKey } from '../vault/recovery-key.ts';

export type PassphraseOptions = { passphraseFd?: string };

/** As commander takes it; every command that opens the vault has it. */
export const PASSPHRASE_FD = [
  '--passphrase-fd <n>',
  'reads the passphrase, or the recovery key, from this file descriptor, not the terminal',
] as const;

/**
 * One for each prompt; from a descriptor an answer that is missing is the one before it. Throws AppError 'invalid-input'
 * where there is neither terminal nor descriptor, 'cancelled' on Ctrl+C.
 */
export async function readProofs(
  { passphraseFd }: PassphraseOptions,
  prompts: readonly Message[],
  language: Language,
): Promise<VaultProof[]> {
  if (passphraseFd !== undefined) return fromDescriptor(passphraseFd, prompts.length).map(proofOf);
  const { stdin, stderr } = process;
  if (!stdin.isTTY) throw new AppError('invalid-input', message('cli.noTerminal'));
  const answers: string[] = [];
  for (const prompt of prompts) answers.push(await askHidden(`${formatMessage(prompt, language)} `, stdin, stderr));
  return answers.map(proofOf);
}

function proofOf(typed: string): VaultProof {
  return looksLikeRecoveryKey(typed) ? { recoveryKey: typed } : { passphrase: typed };
}

function fromDescriptor(given: string, count: number): string[] {
  const fd = /^\d{1,4}$/.test(given) ? Number(given) : -1;
  let lines: string[];
  try {
    lines = readFileSync(fd, 'utf8').split(/\r?\n/);
  } catch {
    throw new AppError('invalid-input', message('cli.badDescriptor', { fd: given }));
  }
  return Array.from({ length: count }, (_, index) => (lines[index] || lines[index - 1] || lines[0]) ?? '');
}

type Terminal = Pick<NodeJS.ReadStream, 'on' | 'off' | 'resume' | 'pause' | 'setEncoding' | 'setRawMode'>;

/** Asks one question; what is typed is not shown. */
export function askHidden(prompt: string, input: Terminal, output: Pick<NodeJS.WriteStream, 'write'>): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const end = () => {
      input.off('data', onData);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
    };
    const onData = (text: string) => {
      for (const sign of text) {
        if (sign === '\r' || sign === '\n' || sign === '\u0004') {
          end();
          resolve(typed.join(''));
          return;
        }
        if (sign === '\u0003') {
          end();
          reject(new AppError('cancelled', message('cli.cancelled')));
          return;
        }
        if (sign === '\u007f' || sign === '\b') typed.pop();
        else if (sign === '\u0015') typed = [];
        else if (sign >= ' ') typed.push(sign);
      }
    };
    output.write(prompt);
    input.setRawMode(true);
    input.setEncoding('utf8');
    input.on('data', onData);
    input.resume();
  });
}
