/** What the screen of conflicts keeps of itself in the address. */

export const STATES = ['open', 'chosen', 'all'] as const;
export type State = (typeof STATES)[number];

export type ConflictsQuery = {
  state: State;
  /** The source that one side at least is from; '' for any. */
  sourceId: string;
  /** The conflict that is shown; '' for the first. */
  topic: string;
};

export function parseQuery(query: string): ConflictsQuery {
  const params = new URLSearchParams(query);
  return {
    state: STATES.find((state) => state === params.get('state')) ?? 'open',
    sourceId: params.get('source') ?? '',
    topic: params.get('topic') ?? '',
  };
}

export function printQuery({ state, sourceId, topic }: ConflictsQuery): string {
  const params = new URLSearchParams();
  if (state !== 'open') params.set('state', state);
  if (sourceId !== '') params.set('source', sourceId);
  if (topic !== '') params.set('topic', topic);
  return params.toString();
}
