/**
 * A store with so many facts beside the bundled ones: 20,000 models by 200 benchmarks and measures, with
 * names and wordings in both languages. Written table by table, as an import of years would have left it.
 */
import { putEntity } from '../../electron/store/entities.ts';
import type { Store } from '../../electron/store/open-store.ts';
import { indexFacts } from '../../electron/store/search-index.ts';
import { putSource } from '../../electron/store/sources.ts';
import { inTransaction } from '../../electron/store/sqlite.ts';
import type { Entity, EntityKind } from '../../shared/facts.ts';

const SUBJECTS = 20_000;
const METRICS = 200;
const SOURCES = 40;
const TOPICS =
  '大模型 价格 评测 多语言 推理 数据中心 资本开支 算力 用户 下载量 广告 收入 增长 训练 开源 芯片 应用 云计算'.split(
    ' ',
  );
const FAMILIES = ['Llama', 'Qwen', 'Mistral', 'Gemma', 'Falcon', 'Phi', 'Yi', 'Baichuan', 'InternLM', 'Command'];

export function seedFacts(store: Store, count: number): void {
  const { db } = store;
  inTransaction(db, () => {
    for (let at = 0; at < SOURCES; at += 1) putSource(db, sourceAt(at));
    for (let at = 0; at < SUBJECTS; at += 1) putEntity(db, entity(`seed-model-${at}`, 'model', ...modelNames(at)));
    for (let at = 0; at < METRICS; at += 1) putEntity(db, entity(`seed-metric-${at}`, 'benchmark', ...metricNames(at)));
    const insert = db.prepare(
      `INSERT INTO fact (id, origin, source_id, place, subject_id, metric_id, setting, value, text, unit, qualifier, date,
          confidence, note_zh, note_en, correction, printed, wording, topic, coherent, dimension, is_retired, is_gone, bundled, import_id)
        VALUES (?, 'own', ?, ?, ?, ?, '', ?, '', '%', '=', ?, 'printed', '', '', NULL, ?, ?, ?, ?, '', 0, 0, NULL, NULL)
        RETURNING key`,
    );
    const keys: number[] = [];
    for (let at = 0; at < count; at += 1) {
      const subject = (at * 7919) % SUBJECTS;
      const metric = Math.floor(at / SUBJECTS) % METRICS;
      const source = `seed-${at % SOURCES}`;
      const place = `${source}/t${at % 300}`;
      const value = Math.round(((at * 48_271) % 100_000) / 10) / 100;
      const date = `${2020 + (at % 6)}-0${1 + (at % 9)}`;
      const wording = wordingAt(at, subject, metric, value);
      const topic = `seed-model-${subject} seed-metric-${metric} ${date} `;
      const id = `${place}/${at}`;
      const row = [id, source, place, `seed-model-${subject}`, `seed-metric-${metric}`];
      const { key } = insert.get(...row, value, date, String(value), wording, topic, value) as { key: number };
      keys.push(key);
    }
    indexFacts(db, keys);
  });
  db.exec('ANALYZE');
}

function sourceAt(at: number) {
  const title = `第${at}期行业周报`;
  const common = { publisher: `研究所${at % 7}`, date: '2024-05', language: 'zh' as const, link: '' };
  return { id: `seed-${at}`, origin: 'own' as const, title, ...common };
}

function modelNames(at: number): [zh: string, en: string] {
  const family = FAMILIES[at % FAMILIES.length];
  return [`${family} ${1 + (at % 90)}B 第${at}版`, `${family} ${1 + (at % 90)}B build ${at}`];
}

function metricNames(at: number): [zh: string, en: string] {
  return [`${TOPICS[at % TOPICS.length]}指标${at}`, `Index ${at}`];
}

/** Odd ones tell of growth, even ones of decline: both are common, and nothing is both. */
function wordingAt(at: number, subject: number, metric: number, value: number): string {
  const topic = TOPICS[at % TOPICS.length];
  const other = TOPICS[(at * 31) % TOPICS.length];
  const turn = at % 2 === 1 ? '同比上升' : '环比下滑';
  const rare = at % 50_000 === 0 ? '罕见词语' : '';
  return `${FAMILIES[subject % FAMILIES.length]} ${topic}与${other}指标${metric}${turn} ${value}%${rare}`;
}

function entity(id: string, kind: EntityKind, zh: string, en: string): Entity {
  const rest = { aliases: [], organisationId: '', unit: kind === 'benchmark' ? '%' : '', better: '' as const };
  return { id, origin: 'own', kind, name: { zh, en }, ...rest };
}
