/** A security of the user's own, written to its table directly. */
import type { Db } from '../../electron/store/sqlite.ts';

export function putSecurityForTest(
  db: Db,
  id: string,
  { name = id, currency = 'CNY', aliases = [] as string[] } = {},
): void {
  const [code, exchange = 'other'] = id.split('.');
  const sql = `INSERT INTO security (id, origin, kind, code, exchange, name_zh, name_en, aliases, sector_zh, sector_en, currency, confidence)
    VALUES (?, 'own', 'stock', ?, ?, ?, ?, ?, '', '', ?, 'verified')`;
  db.prepare(sql).run(id, code, exchange, name, name, JSON.stringify(aliases), currency);
}
