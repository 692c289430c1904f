/** Colours and fonts of charts: those of a theme on screen, and of print; and which colour a subject has everywhere. */

export type ChartTheme = {
  ink: string;
  inkSoft: string;
  hairline: string;
  paper: string;
  font: string;
  /** Eight, to be told apart by who sees colours otherwise as well. */
  series: readonly string[];
};

/** As brokers print: light, whatever the screen is. The colours are those of the light theme. */
export const PRINT_THEME: ChartTheme = {
  ink: '#171d23',
  inkSoft: '#4c5761',
  hairline: '#e2e6e9',
  paper: '#ffffff',
  // Without quotation marks: the names stand in attributes of SVG.
  font: 'Arial, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif',
  series: ['#0072b2', '#d55e00', '#00875f', '#b8578f', '#b07d00', '#3d8fc4', '#6b5bb5', '#707a83'],
};

/** Those that are often drawn together have colours of their own. */
const OFTEN_TOGETHER: Readonly<Record<string, number>> = {
  meta: 0,
  microsoft: 1,
  google: 2,
  amazon: 3,
  chatgpt: 0,
  gemini: 1,
  claude: 2,
  perplexity: 3,
  doubao: 4,
  kimi: 6,
  qwen: 5,
  'ernie-bot': 7,
  spark: 3,
  // Those of the demonstration data.
  演示应用甲: 0,
  演示应用乙: 1,
  演示应用丙: 2,
  演示应用丁: 4,
  演示应用戊: 6,
};

/** How many a theme has. */
export const COLOURS = 8;

/** The index of the subject's colour: the same in every chart, of the same subject. */
export function colourOf(subjectId: string): number {
  if (Object.hasOwn(OFTEN_TOGETHER, subjectId)) return OFTEN_TOGETHER[subjectId];
  let hash = 0x811c9dc5;
  for (const character of subjectId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % COLOURS;
}

/** How many columns before each one have its colour: they are told apart by their strokes. */
export function strokesOf(subjectIds: readonly string[]): number[] {
  const seen = new Map<number, number>();
  return subjectIds.map((subjectId) => {
    const colour = colourOf(subjectId);
    const before = seen.get(colour) ?? 0;
    seen.set(colour, before + 1);
    return before;
  });
}
