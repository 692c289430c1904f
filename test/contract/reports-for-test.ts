/**
 * A data folder with small reports of made-up figures, and a workbench over it:
 *
 *     const data = new DataFolder({ r1: { 't/a': { value: 5 } }, r2: { 't/a': { value: 6 } } });
 *     const workbench = data.workbench();
 *     data.write({ … }); workbench.restart();      // what an update of the program does
 *
 * A fact's key here is its place and key in the report, `t/a`; its id is `r1/t/a`. Where it does not say
 * otherwise it is about the model `m` and the benchmark `b`, in %.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FactFields } from '../../shared/facts.ts';
import { folderForTest, TestWorkbench } from './workbench-for-test.ts';

type FactText = Partial<Pick<FactFields, 'value' | 'text' | 'unit' | 'qualifier' | 'setting' | 'date'>> & {
  subject?: string;
  metric?: string;
  printed?: string;
  correction?: { value: number; reason: string };
};
export type Reports = Record<string, Record<string, FactText>>;
type EntityText = { kind: string; name?: string; aliases?: string[]; unit?: string; organisationId?: string };

export const ENTITIES: Record<string, EntityText> = {
  lab: { kind: 'organisation', name: '实验室', aliases: ['The Lab'] },
  m: { kind: 'model', name: '模型甲', aliases: ['Model M', 'M-1'], organisationId: 'lab' },
  n: { kind: 'model', name: '模型乙' },
  b: { kind: 'benchmark', name: '评测', aliases: ['Bench'], unit: '%' },
  size: { kind: 'measure', name: '参数量', unit: 'parameter' },
  price: { kind: 'measure', name: '价格', unit: 'CNY/token' },
  openness: { kind: 'measure', name: '开源模式' },
};

export class DataFolder {
  readonly path = folderForTest();

  constructor(reports: Reports, entities = ENTITIES) {
    this.write(reports, entities);
  }

  /** In place of all that was there. */
  write(reports: Reports, entities = ENTITIES): void {
    for (const name of ['reports', 'entities', 'templates']) {
      rmSync(join(this.path, name), { recursive: true, force: true });
      mkdirSync(join(this.path, name));
    }
    for (const [id, facts] of Object.entries(reports)) {
      writeFileSync(join(this.path, 'reports', `${id}.json`), JSON.stringify(reportOf(id, facts)));
    }
    const lines = Object.entries(entities).map(([id, { name = id, ...rest }]) => JSON.stringify({ id, name, ...rest }));
    writeFileSync(join(this.path, 'entities', 'all.jsonl'), `${lines.join('\n')}\n`);
  }

  workbench(): TestWorkbench {
    return new TestWorkbench(folderForTest(), this.path);
  }
}

function reportOf(id: string, facts: Record<string, FactText>) {
  const places = Map.groupBy(Object.entries(facts), ([key]) => key.slice(0, key.lastIndexOf('/')));
  const exhibits = [...places].map(([place, members]) => ({
    id: `${id}/${place}`,
    kind: 'text',
    title: place,
    facts: members.map(([key, { subject = 'm', metric = 'b', value, unit, ...rest }]) => ({
      key: key.slice(key.lastIndexOf('/') + 1),
      subject,
      metric,
      printed: rest.text ?? String(value),
      wording: `${value ?? rest.text} 的原文`,
      unit: unit ?? (metric === 'b' ? '%' : ''),
      ...(value === undefined ? {} : { value }),
      ...rest,
    })),
  }));
  return { source: { id, title: `报告 ${id}`, publisher: '研究所', date: '2024-07', language: 'zh' }, exhibits };
}
