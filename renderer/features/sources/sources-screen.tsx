/** Sources: the reports, their exhibits, and each exhibit as the table that it printed. */
import type { Route } from '../../shell/routes.ts';
import { ExhibitPage } from './exhibit-page.tsx';
import { ReportPage } from './report-page.tsx';
import { SourceList } from './source-list.tsx';

export default function SourcesScreen({ route }: { route: Extract<Route, { screen: 'sources' }> }) {
  const { sourceId, exhibitId } = route;
  if (sourceId === undefined) return <SourceList />;
  if (exhibitId === undefined) return <ReportPage key={sourceId} sourceId={sourceId} />;
  return <ExhibitPage sourceId={sourceId} exhibitId={exhibitId} />;
}
