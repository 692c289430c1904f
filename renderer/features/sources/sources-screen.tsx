/** Sources: the reports, their exhibits, and each exhibit as the table that it printed. */
import type { Route } from '../../shell/routes.ts';

export default function SourcesScreen({ route }: { route: Extract<Route, { screen: 'sources' }> }) {
  return <div>{route.sourceId}</div>;
}
