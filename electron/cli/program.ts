/** The commands, their options and what they load: only what the one command needs. */
import { Command, CommanderError, Option } from 'commander';
import { AppError } from '../../shared/errors.ts';
import { type Language, languageSchema } from '../../shared/language.ts';
import { message } from '../../shared/messages.ts';
import { ADJUSTMENTS } from '../../shared/price-bars.ts';
import { EXCHANGES } from '../../shared/securities.ts';
import { TRANSFORMS } from '../../shared/series.ts';
import { homeFolder } from '../home-folder.ts';
import { dataFolder } from '../paths.ts';
import { systemLanguage } from '../system-language.ts';
import { arrangeArguments } from './arrange-arguments.ts';
import type { CommandOptions } from './call.ts';
import { printFailure } from './output.ts';
import { PASSPHRASE_FD } from './passphrase.ts';

const { LC_ALL, LC_MESSAGES, LANG } = process.env;
let language: Language = systemLanguage(LC_ALL || LC_MESSAGES || LANG || undefined);

const program = new Command('plumbline')
  .description('Offline workbench for analysts of the AI industry: answers as JSON')
  .option('--home <dir>', "data folder (or PLUMBLINE_HOME); the system's application-data folder if not given")
  .addOption(new Option('--lang <language>', 'language of messages').choices(['zh', 'en']))
  .configureOutput({ writeErr: () => undefined })
  .exitOverride()
  .hook('preAction', () => {
    language = languageSchema.catch(language).parse(program.opts().lang);
  });

/** Those of one series: a share is of several. */
const SINGLE_TRANSFORMS = TRANSFORMS.filter((transform) => transform !== 'share');

const options = (): CommandOptions => ({ home: homeFolder(program.opts().home), dataFolder, language });
const commands = () => import('./commands.ts');

program
  .command('call <method> [json]')
  .description('any method of the contract; - reads the input from standard input')
  .action(async (method: string, json?: string) => (await commands()).callCommand(options(), method, json));

program
  .command('eval [formula...]')
  .description('calculates a formula; with --stdin one JSON object {formula, let, unit} a line')
  .option('--let <name=content>', 'a value or formula by name', (text, all: string[]) => [...all, text], [])
  .option('--unit <unit>', 'unit of the result')
  .option('--stdin', 'one request a line in, one answer a line out')
  .action(async (formulas: string[], given) =>
    (await import('./eval-command.ts')).evalCommand(formulas, given, language),
  );

program
  .command('sheets')
  .description('the sheets, the one edited last first')
  .action(async () => (await commands()).callCommand(options(), 'listSheets'));

program
  .command('templates')
  .description('the bundled templates')
  .action(async () => (await commands()).templatesCommand(options()));

program
  .command('sheet <id>')
  .description('a sheet or template: lines with contents, values, reported values and verdicts')
  .option('--definition', 'the sheet as one JSON document that import-sheet reads')
  .action(async (id: string, { definition = false }) => (await commands()).sheetCommand(options(), id, definition));

program
  .command('create <template>')
  .description('makes a sheet from a template')
  .action(async (template: string) => (await commands()).createCommand(options(), template));

program
  .command('export <id> <file.xlsx>')
  .description('writes a sheet or template as an Excel workbook')
  .action(async (id: string, file: string) => (await commands()).exportCommand(options(), id, file));

program
  .command('import-sheet <file.json>')
  .description('makes a sheet from a definition')
  .action(async (file: string) => (await commands()).importCommand(options(), file));

program
  .command('facts')
  .description('facts with every field; a name means those that bear it, or else those with its words')
  .option('--source <id>', 'of this source: 000')
  .option('--exhibit <id>', 'of this exhibit or section: 002/图表14')
  .option('--subject <text>', 'about this, under any of its names in either language')
  .option('--metric <text>', 'that measure this, under any of its names')
  .action(async (given) => (await import('./fact-commands.ts')).factsCommand(options(), given));

program
  .command('exhibits')
  .description('the exhibits and sections of all sources, with how many facts, conflicts and corrections each has')
  .option('--source <id>', 'of this source alone')
  .action(async ({ source }) => (await commands()).answerCommand(options(), 'listExhibits', { sourceId: source }));

program
  .command('conflicts')
  .description('facts that disagree about the same thing, and which of them was chosen')
  .action(async () => (await commands()).answerCommand(options(), 'listConflicts', {}));

program
  .command('series')
  .description(
    'the series with their first and last period; a name means those that bear it, or else those with its words',
  )
  .option('--subject <text>', 'of this, under any of its names in either language')
  .option('--metric <text>', 'that measure this, under any of its names')
  .action(async (given) => (await import('./series-commands.ts')).seriesCommand(options(), given));

program
  .command('chart <spec.json> <file.svg>')
  .description('draws a chart fit to print, in the size and language that its spec says')
  .action(async (spec: string, file: string) =>
    (await import('./chart-command.ts')).chartCommand(options(), spec, file),
  );

program
  .command('observations <id>')
  .description('the observations of a series, as they are or transformed')
  .option('--from <period>', 'the first: 2024, 2024Q1, FY24Q2, 2024-07 or 2024-07-19')
  .option('--to <period>', 'the last, likewise')
  .option('--as-known-on <date>', 'without what was imported after that day')
  .addOption(new Option('--transform <transform>', 'average, change, sum or index').choices(SINGLE_TRANSFORMS))
  .option('--base <period>', 'where an index is 100; the first one shown if not given')
  .action(async (id: string, given) =>
    (await import('./series-commands.ts')).observationsCommand(options(), id, given),
  );

program
  .command('import <file>')
  .description('observations of series from CSV, TSV, Excel, or a companyfacts file of the SEC')
  .option('--mapping <file.json>', 'what the columns mean, where the guess is to be corrected')
  .option('--dry-run', 'says what would come of it, and changes nothing')
  .option('--skip-bad-rows', 'takes the others where some rows cannot be taken')
  .option('--bad-rows <file.csv>', 'writes every row that cannot be taken')
  .action(async (file: string, given) => (await import('./import-command.ts')).importCommand(options(), file, given));

program
  .command('notes')
  .description('private notes')
  .command('search <text...>')
  .description('notes with all the words, best first; asks for the passphrase')
  .addOption(new Option('--limit <count>', 'at most so many').default(50).argParser(Number))
  .option(...PASSPHRASE_FD)
  .action(async (words: string[], given) =>
    (await import('./note-commands.ts')).noteSearchCommand(options(), words.join(' '), given),
  );

const vault = program.command('vault').description('the vault of private notes, ratings and theses');
vault
  .command('status')
  .description('whether there is one, and whether it is open')
  .action(async () => (await import('./vault-commands.ts')).vaultStatusCommand(options()));
vault
  .command('lock')
  .description('has it locked by the window or browser host that has the data folder open')
  .action(async () => (await import('./vault-commands.ts')).vaultLockCommand(options()));
vault
  .command('export <file>')
  .description('writes all of it as one encrypted file')
  .option('--text', 'as plain Markdown in a zip instead, for anybody to read')
  .option(...PASSPHRASE_FD)
  .action(async (file: string, given) =>
    (await import('./vault-commands.ts')).vaultExportCommand(options(), file, given),
  );
vault
  .command('import <file>')
  .description('takes in an encrypted file, a zip of Markdown, or a Markdown file; overwrites nothing')
  .option(...PASSPHRASE_FD)
  .action(async (file: string, given) =>
    (await import('./vault-commands.ts')).vaultImportCommand(options(), file, given),
  );

program
  .command('scorecard')
  .description('how ratings came out against their benchmark index, one by one and by broker, grade, year and quarter')
  .option('--broker <text>', 'of this broker, under any of its names in either language')
  .option('--security <text>', 'of this security, by its code or a name: 688111.SH')
  .option('--grade <id>', 'of this grade: buy')
  .option('--from <date>', 'dated from this day on: 2024-07-19')
  .option('--to <date>', 'dated up to this day')
  .option('--own', 'your own ratings, for which the passphrase of the vault is asked')
  .option(...PASSPHRASE_FD)
  .action(async (given) => (await import('./scorecard-command.ts')).scorecardCommand(options(), given));

program
  .command('watchlist [list]')
  .description('the lists; or one by its id, title or source (all for every security) with prices and ratings')
  .action(async (list?: string) => (await import('./watchlist-command.ts')).watchlistCommand(options(), list));

program
  .command('import-bars <file>')
  .description('daily prices of securities from CSV, TSV or Excel')
  .option('--mapping <file.json>', 'what the columns mean, where the guess is to be corrected')
  .addOption(
    new Option('--adjustment <adjustment>', 'of the prices, where the file does not say it').choices(ADJUSTMENTS),
  )
  .option('--security <id>', 'which security the file is about, where it does not say it')
  .addOption(new Option('--exchange <exchange>', 'of codes that do not say theirs').choices(EXCHANGES))
  .option('--make-securities', 'makes securities of codes that are none yet')
  .option('--dry-run', 'says what would come of it, and changes nothing')
  .option('--skip-bad-rows', 'takes the others where some rows cannot be taken')
  .option('--bad-rows <file.csv>', 'writes every row that cannot be taken')
  .action(async (file: string, given) =>
    (await import('./import-bars-command.ts')).importBarsCommand(options(), file, given),
  );

program
  .command('search <text...>')
  .description('securities, entities, exhibits, sources, lists, sheets and facts with all the words, best first')
  .addOption(new Option('--limit <count>', 'at most so many').default(50).argParser(Number))
  .action(async (words: string[], { limit }) =>
    (await commands()).answerCommand(options(), 'search', { text: words.join(' '), limit }),
  );

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
  throw error;
});

try {
  await program.parseAsync(arrangeArguments(process.argv.slice(2)), { from: 'user' });
} catch (error) {
  if (error instanceof CommanderError && error.exitCode === 0) process.exit(0);
  const problem = error instanceof CommanderError ? error.message.replace(/^error: /, '') : null;
  const failure = problem === null ? error : new AppError('invalid-input', message('cli.usage', { problem }));
  printFailure(failure, language);
  process.exitCode = 1;
}
