/**
 * Brings arguments into the order that the option parser wants, so that people need not:
 * `--home` and `--lang` may stand anywhere, and a formula may begin with `-`.
 */

const GLOBAL = ['--home', '--lang'];
const EVAL_WITH_VALUE = ['--let', '--unit'];
const EVAL_FLAGS = ['--stdin', '--help', '-h'];

/** `['eval', '-2^2', '--lang', 'en']` → `['--lang', 'en', 'eval', '--', '-2^2']`. */
export function arrangeArguments(argv: readonly string[]): string[] {
  const { taken: global, rest } = takeOptions(argv, GLOBAL, []);
  if (rest[0] !== 'eval') return [...global, ...rest];
  // An option without its value goes last, where the parser misses it.
  if (EVAL_WITH_VALUE.includes(rest[rest.length - 1])) return [...global, 'eval', rest[rest.length - 1]];
  const { taken, rest: formulas } = takeOptions(rest.slice(1), EVAL_WITH_VALUE, EVAL_FLAGS);
  const separator = formulas.length > 0 ? ['--'] : [];
  return [...global, 'eval', ...taken, ...separator, ...formulas.filter((each) => each !== '--')];
}

function takeOptions(argv: readonly string[], withValue: readonly string[], flags: readonly string[]) {
  const taken: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at];
    if (withValue.includes(argument) && at + 1 < argv.length) {
      taken.push(`${argument}=${argv[at + 1]}`);
      at += 1;
    } else if (flags.includes(argument) || withValue.some((option) => argument.split('=')[0] === option)) {
      taken.push(argument);
    } else {
      rest.push(argument);
    }
  }
  return { taken, rest };
}
