/** What the scorecard keeps of itself in the address: never anything of an own rating but that own ones are shown. */

export const VIEWS = ['ratings', 'groups', 'calibration', 'scales'] as const;
export type View = (typeof VIEWS)[number];
export const INCLUDES = ['brokers', 'own', 'all'] as const;
export type Include = (typeof INCLUDES)[number];

export type ScorecardQuery = {
  view: View;
  include: Include;
  /** '' for any. */
  brokerId: string;
  securityId: string;
  from: string;
  to: string;
};

export function parseQuery(query: string): ScorecardQuery {
  const params = new URLSearchParams(query);
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(params.get(name) ?? '') ? (params.get(name) ?? '') : '');
  return {
    view: VIEWS.find((view) => view === params.get('view')) ?? 'ratings',
    include: INCLUDES.find((include) => include === params.get('include')) ?? 'brokers',
    brokerId: params.get('broker') ?? '',
    securityId: params.get('security') ?? '',
    from: day('from'),
    to: day('to'),
  };
}

export function printQuery({ view, include, brokerId, securityId, from, to }: ScorecardQuery): string {
  const params = new URLSearchParams();
  if (view !== 'ratings') params.set('view', view);
  if (include !== 'brokers') params.set('include', include);
  for (const [name, value] of [
    ['broker', brokerId],
    ['security', securityId],
    ['from', from],
    ['to', to],
  ]) {
    if (value !== '') params.set(name, value);
  }
  return params.toString();
}
