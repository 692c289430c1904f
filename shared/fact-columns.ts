/**
 * The columns in which facts go out to files and come in again: one field of a fact each, under headings in
 * both languages.
 *
 *     columnOfHeading('数值（亿元）')   // { field: 'value', unit: '亿元' }
 */
import type { Confidence, Qualifier } from './facts.ts';
import { foldText } from './formula/characters.ts';
import type { LocalText } from './language.ts';

type FactColumn = {
  heading: LocalText;
  /** Other headings by which the column is known, in lower case. */
  also: readonly string[];
};

/** In the order of an export. */
export const FACT_COLUMNS = {
  id: { heading: { zh: '编号', en: 'Id' }, also: ['事实编号', 'fact id', 'fact'] },
  subject: {
    heading: { zh: '对象', en: 'Subject' },
    also: [
      '主体',
      '模型',
      '公司',
      '名称',
      '机构',
      'model',
      'company',
      'name',
      'entity',
      'organisation',
      'organization',
    ],
  },
  metric: {
    heading: { zh: '指标', en: 'Metric' },
    also: ['指标名称', '基准', '测试集', '项目', 'benchmark', 'measure', 'indicator', 'item'],
  },
  setting: { heading: { zh: '设置', en: 'Setting' }, also: ['条件', '测试设置', 'conditions', 'settings'] },
  value: { heading: { zh: '数值', en: 'Value' }, also: ['值', '数据', '得分', 'figure', 'number', 'score', 'amount'] },
  text: { heading: { zh: '文本', en: 'Text' }, also: ['文字', '文字值', 'text value'] },
  unit: { heading: { zh: '单位', en: 'Unit' }, also: ['计量单位', 'units'] },
  qualifier: { heading: { zh: '限定', en: 'Qualifier' }, also: ['限定词', 'bound', 'sign'] },
  date: {
    heading: { zh: '日期', en: 'Date' },
    also: ['期间', '时间', '时点', '年份', 'period', 'as of', 'year', 'time'],
  },
  source: { heading: { zh: '来源', en: 'Source' }, also: ['来源编号', '报告', 'source id', 'document', 'report'] },
  place: {
    heading: { zh: '出处', en: 'Place' },
    also: ['图表', '位置', '页码', '章节', 'exhibit', 'page', 'section', 'location'],
  },
  wording: { heading: { zh: '原文', en: 'Wording' }, also: ['原文措辞', '摘录', 'quote', 'excerpt'] },
  printed: { heading: { zh: '印刷', en: 'Printed' }, also: ['印刷值', '原文数值', 'as printed'] },
  confidence: { heading: { zh: '可信度', en: 'Confidence' }, also: ['置信度'] },
  corrected: {
    heading: { zh: '更正', en: 'Corrected' },
    also: ['更正值', '更正数值', 'correction', 'corrected value'],
  },
  correctedText: { heading: { zh: '更正文本', en: 'Corrected text' }, also: ['更正文字'] },
  reason: { heading: { zh: '原因', en: 'Reason' }, also: ['更正原因', '更正理由', '理由', 'reason for correction'] },
  reasonEn: { heading: { zh: '原因（英文）', en: 'Reason (English)' }, also: ['reason en', '更正原因（英文）'] },
  note: { heading: { zh: '备注', en: 'Note' }, also: ['说明', '注释', 'notes', 'remark', 'comment'] },
  noteEn: { heading: { zh: '备注（英文）', en: 'Note (English)' }, also: ['note en', '说明（英文）'] },
  subjectKind: { heading: { zh: '对象类别', en: 'Subject kind' }, also: ['类别', 'kind', 'type'] },
  metricKind: { heading: { zh: '指标类别', en: 'Metric kind' }, also: [] },
  retired: { heading: { zh: '停用', en: 'Retired' }, also: ['已停用'] },
} as const satisfies Record<string, FactColumn>;

export type FactColumnField = keyof typeof FACT_COLUMNS;

export function isFactColumnField(name: string): name is FactColumnField {
  return Object.hasOwn(FACT_COLUMNS, name);
}

export const FACT_COLUMN_FIELDS: readonly FactColumnField[] = Object.keys(FACT_COLUMNS).filter(isFactColumnField);

const FIELDS_BY_HEADING: ReadonlyMap<string, FactColumnField> = new Map(
  FACT_COLUMN_FIELDS.flatMap((field) => {
    const { heading, also }: FactColumn = FACT_COLUMNS[field];
    return [field, heading.zh, heading.en, ...also].map((name) => [headingKey(name), field] as const);
  }),
);

/** The column that a heading means; a unit in parentheses behind it is that of its figures. */
export function columnOfHeading(heading: string): { field: FactColumnField; unit: string } | null {
  const whole = FIELDS_BY_HEADING.get(headingKey(heading));
  if (whole !== undefined) return { field: whole, unit: '' };
  const { name, unit } = divideHeading(heading);
  const field = FIELDS_BY_HEADING.get(headingKey(name));
  return field === 'value' ? { field, unit } : null;
}

/** `MMLU (%)` is the name `MMLU` and the unit `%`. */
export function divideHeading(heading: string): { name: string; unit: string } {
  const [, name, unit] = /^(.*\S)\s*[(（]([^()（）]+)[)）]$/su.exec(heading.trim()) ?? [];
  return name === undefined ? { name: heading.trim(), unit: '' } : { name, unit: unit.trim() };
}

/** Regardless of case, width, blanks and underscores. */
function headingKey(heading: string): string {
  return foldText(heading.normalize('NFC'))
    .toLowerCase()
    .replace(/[\s_*]+/g, '');
}

/** Words for a qualifier; the sign itself is one. The longer ones first: `>=` before `>`. */
export const QUALIFIER_WORDS: readonly (readonly [string, Qualifier])[] = [
  ['>=', '≥'],
  ['<=', '≤'],
  ['≥', '≥'],
  ['≤', '≤'],
  ['不低于', '≥'],
  ['不少于', '≥'],
  ['至少', '≥'],
  ['at least', '≥'],
  ['不超过', '≤'],
  ['不高于', '≤'],
  ['至多', '≤'],
  ['最多', '≤'],
  ['at most', '≤'],
  ['up to', '≤'],
  ['大约', '≈'],
  ['约', '≈'],
  ['近', '≈'],
  ['approximately', '≈'],
  ['approx.', '≈'],
  ['about', '≈'],
  ['~', '≈'],
  ['≈', '≈'],
  ['超过', '>'],
  ['大于', '>'],
  ['高于', '>'],
  ['more than', '>'],
  ['over', '>'],
  ['>', '>'],
  ['不足', '<'],
  ['低于', '<'],
  ['小于', '<'],
  ['less than', '<'],
  ['under', '<'],
  ['<', '<'],
  ['峰值', 'peak'],
  ['peak', 'peak'],
  ['等于', '='],
  ['=', '='],
];

export const CONFIDENCE_WORDS: Readonly<Record<string, Confidence>> = {
  verified: 'verified',
  已核对: 'verified',
  已核对原始文件: 'verified',
  printed: 'printed',
  来源所印: 'printed',
  consistent: 'consistent',
  吻合: 'consistent',
  recalled: 'recalled',
  凭记忆: 'recalled',
};
