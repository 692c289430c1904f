/** The command that says how ratings came out: the brokers', and the analyst's own where the vault is opened. */
import type { Input } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { inLanguage, type Language, type LocalText } from '../../shared/language.ts';
import { formatMessage, message } from '../../shared/messages.ts';
import { isPeriodLabel } from '../../shared/periods.ts';
import { FEWEST_ENDED, type ScorecardRow, type ScoreGroup } from '../../shared/scorecard.ts';
import { type Call, type CommandOptions, withWorkbench } from './call.ts';
import { idsNamed } from './fact-commands.ts';
import { printJson } from './output.ts';
import type { PassphraseOptions } from './passphrase.ts';
import { unlock } from './vault-commands.ts';

export type ScorecardOptions = PassphraseOptions & {
  broker?: string;
  security?: string;
  grade?: string;
  from?: string;
  to?: string;
  /** The analyst's own instead of the brokers'. */
  own?: boolean;
};

/**
 * One JSON object: every rating with its outcome, and the groups. Shares are parts of one. A group's `conclusion` is
 * null below FEWEST_ENDED independent observations, and `note` says so. For own ratings the passphrase is asked for.
 */
export async function scorecardCommand(options: CommandOptions, given: ScorecardOptions): Promise<void> {
  await withWorkbench(options, async (call) => {
    if (given.own === true) await unlock(call, given, options.language);
    await printJson(await answer(call, options.language, given));
  });
}

async function answer(call: Call, language: Language, given: ScorecardOptions) {
  const { broker, security, grade, from, to } = given;
  for (const date of [from, to]) checkDate(date);
  const entities = await call('listEntities', { kind: 'organisation' });
  const securities = new Map((await call('listSecurities', {})).map((each) => [each.id, each]));
  const scales = new Map((await call('listScales', {})).scales.map((scale) => [scale.id, scale]));
  const said = (text: LocalText | undefined, id: string) => (text && inLanguage(text, language)) || id;
  const nameOf = (id: string) => said(entities.find((entity) => entity.id === id)?.name, id);
  const gradeOf = (scaleId: string, gradeId: string | null) =>
    gradeId === null ? null : said(scales.get(scaleId)?.grades.find(({ id }) => id === gradeId)?.name, gradeId);
  const filter: Input<'getScorecard'> = {
    include: given.own === true ? 'own' : 'brokers',
    brokerIds: broker === undefined ? undefined : idsNamed(entities, broker, 'cli.noBroker'),
    securityId: security === undefined ? undefined : await securityNamed(call, security),
    gradeId: grade,
    from,
    to,
  };
  const { today, rows, groups } = await call('getScorecard', filter);
  const shownRow = (row: ScorecardRow) => {
    const { securityId, brokerId, scaleId, gradeId, standing, outcome, benchmarkId, remarks, isOwn, ...rest } = row;
    const judged = outcome.atTo?.reading ?? outcome.soFar;
    return {
      id: rest.id,
      isOwn,
      broker: isOwn ? null : nameOf(brokerId),
      securityId,
      security: said(securities.get(securityId)?.name, securityId),
      scaleId,
      gradeId,
      grade: gradeOf(scaleId, gradeId),
      date: rest.date,
      standing,
      targetPrice: rest.targetPrice,
      currency: rest.currency,
      benchmarkId,
      outcome,
      earned: gradeOf(scaleId, judged?.earnedGradeId ?? null),
      remarks,
      sourceId: rest.sourceId,
      factId: rest.factId,
    };
  };
  const shownGroup = (group: ScoreGroup) => ({
    ...group,
    ...(group.by === 'broker' ? { broker: nameOf(group.key) } : {}),
    ...(group.conclusion === null
      ? { note: formatMessage(message('cli.tooFewRatings', { count: FEWEST_ENDED }), language) }
      : {}),
  });
  return { today, ratings: rows.map(shownRow), groups: groups.map(shownGroup) };
}

/** By its code or any of its names. What is not there is refused: an empty answer would look like a security without ratings. */
async function securityNamed(call: Call, text: string): Promise<string> {
  const [line] = (await call('readSecurities', { text })).lines;
  if (line?.securityId) return line.securityId;
  throw new AppError('not-found', line?.problem ?? message('rating.noSecurity', { securityId: text }));
}

function checkDate(date: string | undefined): void {
  if (date === undefined || isPeriodLabel('day', date)) return;
  throw new AppError('invalid-value', message('rating.noDate', { date }));
}
