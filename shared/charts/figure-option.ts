/**
 * A chart fit to print: number and title above, notes and 「资料来源：…」 below, between the rules of a
 * broker's figure, light, in the exact size that the spec asks for in centimetres.
 */
import type { ChartSpec } from '../chart-spec.ts';
import { formatMessage, message } from '../messages.ts';
import type { Size } from './chart-layout.ts';
import { type ChartOption, chartOption } from './chart-option.ts';
import { chartTitle, sourceLine } from './chart-table.ts';
import { PRINT_THEME } from './chart-theme.ts';
import { wrapped } from './chart-words.ts';
import type { Drawn } from './drawn.ts';

const CM_PER_INCH = 2.54;
/** A pixel of CSS is a 96th of an inch. */
const CSS_DPI = 96;
/** Nine points, as figures in reports are lettered. */
const FONT_SIZE = 12;
const TITLE_SIZE = 14;
const NOTE_SIZE = 10.5;
const RULE = '#0b3d66';
const PADDING = 4;
const NOT_IN_XML = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export type PaperSize = Pick<ChartSpec['figure'], 'widthCm' | 'heightCm'>;

/** In pixels of CSS. */
export function figureSize({ widthCm, heightCm }: PaperSize): Size {
  const pixels = (cm: number) => (cm / CM_PER_INCH) * CSS_DPI;
  return { width: pixels(widthCm), height: pixels(heightCm) };
}

/**
 * ECharts' drawing of a figure as a file of that size on paper. A title from a presentation may hold characters that
 * no XML can, such as the line break within a paragraph: a browser would not read the picture at all.
 */
export function svgOnPaper(drawing: string, { widthCm, heightCm }: PaperSize): string {
  return drawing
    .replace(/^<svg width="[^"]*" height="[^"]*"/, `<svg width="${widthCm}cm" height="${heightCm}cm"`)
    .toWellFormed()
    .replace(NOT_IN_XML, ' ');
}

export function figureOption(drawn: Drawn): ChartOption {
  const { spec } = drawn;
  const { language } = spec;
  const size = figureSize(spec.figure);
  // What closes a sentence may stand behind the end of its line.
  const inner = size.width - PADDING * 2 - NOTE_SIZE;
  const title = wrapped(chartTitle(drawn)[language], TITLE_SIZE, inner);
  const note = drawn.remarks.map(({ said }) => formatMessage(said, language)).join(language === 'zh' ? '' : ' ');
  const notes =
    note === '' ? [] : wrapped(formatMessage(message('chart.noteLine', { note }), language), NOTE_SIZE, inner);
  const foot = [...notes, ...wrapped(sourceLine(drawn, language), NOTE_SIZE, inner)];
  const head = title.length * (TITLE_SIZE + 4) + 8;
  const below = foot.length * (NOTE_SIZE + 3.5) + 8;
  const option = chartOption(drawn, {
    theme: PRINT_THEME,
    size,
    fontSize: FONT_SIZE,
    margins: { top: head, bottom: below, left: PADDING, right: PADDING },
    isPrinted: true,
  });
  const rule = (y: number, lineWidth: number) => ({
    type: 'line',
    silent: true,
    shape: { x1: 0, y1: y, x2: size.width, y2: y },
    style: { stroke: RULE, lineWidth },
  });
  const text = (line: string, y: number, style: object) => ({
    type: 'text',
    silent: true,
    x: PADDING,
    y,
    style: { text: line, fontFamily: PRINT_THEME.font, verticalAlign: 'top', ...style },
  });
  return {
    ...option,
    backgroundColor: PRINT_THEME.paper,
    graphic: [
      rule(1, 2),
      ...title.map((line, at) =>
        text(line, 6 + at * (TITLE_SIZE + 4), { fill: RULE, fontSize: TITLE_SIZE, fontWeight: 600 }),
      ),
      ...(title.length > 0 ? [rule(head, 0.75)] : []),
      rule(size.height - below, 0.75),
      ...foot.map((line, at) =>
        text(line, size.height - below + 5 + at * (NOTE_SIZE + 3.5), {
          fill: PRINT_THEME.inkSoft,
          fontSize: NOTE_SIZE,
        }),
      ),
    ],
  };
}
