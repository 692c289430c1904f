/** The commands that read facts: every fact with every field, and which entities a name on the command line means. */
import { AppError } from '../../shared/errors.ts';
import type { FactFilter } from '../../shared/fact-methods.ts';
import type { Entity } from '../../shared/facts.ts';
import { type MessageKey, message } from '../../shared/messages.ts';
import { exactKey, piecesOf } from '../../shared/search-words.ts';
import { type Call, type CommandOptions, withWorkbench } from './call.ts';
import { print } from './output.ts';

export type FactsOptions = { source?: string; exhibit?: string; subject?: string; metric?: string };

const PAGE = 10_000;

/** One JSON array of facts, printed page by page: a million need no more memory than a page of them. */
export async function factsCommand(options: CommandOptions, given: FactsOptions): Promise<void> {
  await withWorkbench(options, async (call) => {
    const filter = await filterOf(call, given);
    await print('[');
    for (let offset = 0; ; offset += PAGE) {
      const { facts } = await call('findFacts', { filter, offset, limit: PAGE });
      const page = facts.map((fact) => JSON.stringify(fact)).join(',');
      await print(offset > 0 && page !== '' ? `,${page}` : page);
      if (facts.length < PAGE) break;
    }
    await print(']\n');
  });
}

/** What is not there is refused: an empty answer would look like a source without facts. */
async function filterOf(call: Call, { source, exhibit, subject, metric }: FactsOptions): Promise<FactFilter> {
  if (source !== undefined) await call('listExhibits', { sourceId: source });
  if (exhibit !== undefined) await call('getExhibit', { exhibitId: exhibit });
  const isNeeded = subject !== undefined || metric !== undefined;
  const entities = isNeeded ? await call('listEntities', {}) : [];
  return {
    sourceId: source,
    exhibitId: exhibit,
    subjectIds: subject === undefined ? undefined : idsNamed(entities, subject, 'cli.noSubject'),
    metricIds: metric === undefined ? undefined : idsNamed(entities, metric, 'cli.noMetric'),
  };
}

/** Those that bear the name, in either language; where none does, those with all its words in their names. */
export function idsNamed(entities: readonly Entity[], text: string, unknown: MessageKey): string[] {
  const wanted = piecesOf(text);
  const namesOf = ({ id, name, aliases }: Entity) => [id, name.zh, name.en, ...aliases].map(piecesOf);
  const exact = entities.filter((entity) => namesOf(entity).some((pieces) => exactKey(pieces) === exactKey(wanted)));
  const named =
    exact.length > 0
      ? exact
      : entities.filter((entity) => {
          const names = namesOf(entity).flat();
          return wanted.length > 0 && wanted.every((piece) => names.some((name) => name.includes(piece)));
        });
  if (named.length === 0) throw new AppError('not-found', message(unknown, { text }));
  return named.map(({ id }) => id);
}
