/** What an object of any kind that the store holds is called; private notes are the vault's. */
import { inLanguage, type LocalText, sameInBoth } from '../../shared/language.ts';
import type { ObjectKind } from '../../shared/object-ref.ts';
import { findEntity } from './entities.ts';
import { findExhibitTitle } from './exhibits.ts';
import { findStoredFact } from './fact-rows.ts';
import { findSeries } from './series.ts';
import { findSource } from './sources.ts';
import { type Db, prepared } from './sqlite.ts';

type Titled = { title_zh: string; title_en: string };

/** Undefined of what is not there (any more). */
export function findObjectTitle(db: Db, kind: Exclude<ObjectKind, 'note'>, id: string): LocalText | undefined {
  switch (kind) {
    case 'security':
      return findTitled(db, 'SELECT name_zh AS title_zh, name_en AS title_en FROM security WHERE id = ?', id);
    case 'list':
      return findTitled(db, 'SELECT title_zh, title_en FROM watch_list WHERE id = ?', id);
    case 'group':
      return findTitled(db, 'SELECT title_zh, title_en FROM watch_group WHERE id = ?', id);
    case 'source': {
      const source = findSource(db, id);
      return source && sameInBoth(source.title);
    }
    case 'exhibit':
      return findExhibitTitle(db, id);
    case 'entity':
      return findEntity(db, id)?.name;
    case 'fact': {
      const fact = findStoredFact(db, id)?.fact;
      return fact && joined([nameOf(db, fact.subjectId), nameOf(db, fact.metricId)]);
    }
    case 'series': {
      const series = findSeries(db, id)?.series;
      if (series === undefined) return undefined;
      const plain = [series.market, series.platform, series.vendor].filter((part) => part !== '');
      return joined([nameOf(db, series.subjectId), nameOf(db, series.metricId), ...plain.map(sameInBoth)]);
    }
    case 'sheet':
    case 'line':
    case 'cell':
      return findInSheet(db, id.split('/'));
  }
}

/** SHEET, SHEET/LINE or SHEET/LINE/SCENARIO/PERIOD. */
function findInSheet(db: Db, [sheetId, lineId, scenarioId, period]: string[]): LocalText | undefined {
  const sheet = findTitled(db, 'SELECT title_zh, title_en FROM sheet WHERE id = ? AND deleted_at IS NULL', sheetId);
  if (sheet === undefined || lineId === undefined) return sheet;
  const line = findTitled(
    db,
    `SELECT CASE label_zh || label_en WHEN '' THEN name ELSE label_zh END AS title_zh, label_en AS title_en
      FROM line WHERE sheet_id = ? AND id = ?`,
    sheetId,
    Number(lineId),
  );
  if (line === undefined || scenarioId === undefined) return line && joined([sheet, line]);
  const scenario = findTitled(
    db,
    'SELECT name_zh AS title_zh, name_en AS title_en FROM scenario WHERE sheet_id = ? AND id = ?',
    sheetId,
    Number(scenarioId),
  );
  return scenario && joined([sheet, line, scenario, sameInBoth(period ?? '')]);
}

function findTitled(db: Db, sql: string, ...params: (string | number)[]): LocalText | undefined {
  const row = prepared<Titled>(db, sql).get(...params);
  return row && { zh: row.title_zh, en: row.title_en };
}

function nameOf(db: Db, entityId: string): LocalText {
  return findEntity(db, entityId)?.name ?? sameInBoth(entityId);
}

function joined(parts: readonly LocalText[]): LocalText {
  const inOne = (language: 'zh' | 'en') =>
    parts
      .map((part) => inLanguage(part, language))
      .filter((part) => part !== '')
      .join(' · ');
  return { zh: inOne('zh'), en: inOne('en') };
}
