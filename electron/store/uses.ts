/** What hangs from an entity or a source, so that it cannot go: facts, series, events, securities, and what is the user's own of it. */
import { type Db, prepared } from './sqlite.ts';

const HANGING = {
  entity: `SELECT 1 FROM fact WHERE subject_id = :id OR metric_id = :id
    UNION ALL SELECT 1 FROM entity WHERE origin = 'own' AND organisation_id = :id
    UNION ALL SELECT 1 FROM entity_name JOIN entity ON entity.id = entity_id
      WHERE entity_id = :id AND entity.origin = 'bundled' AND entity_name.origin = 'own'
    UNION ALL SELECT 1 FROM series WHERE subject_id = :id OR metric_id = :id
    UNION ALL SELECT 1 FROM chart_event WHERE subject_id = :id
    UNION ALL SELECT 1 FROM security WHERE entity_id = :id`,
  source: `SELECT 1 FROM fact WHERE source_id = :id UNION ALL SELECT 1 FROM line_source WHERE source_id = :id`,
};

export function isUsed(db: Db, table: 'entity' | 'source', id: string): boolean {
  return prepared(db, HANGING[table]).get({ id }) !== undefined;
}
