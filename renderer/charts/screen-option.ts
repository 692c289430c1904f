/** A chart for the screen, in the colours of the theme, with room for the strip it is zoomed with. */
import { type ChartOption, chartOption } from '../../shared/charts/chart-option.ts';
import type { Drawn } from '../../shared/charts/drawn.ts';
import type { ChartColours } from '../ui/chart.tsx';

/** Of the strip, in pixels. */
export const STRIP = 26;
const AROUND_STRIP = 12;

export type PixelSize = { width: number; height: number };

export function screenOption(
  drawn: Drawn,
  { ink, inkSoft, hairline, paper, font, series }: ChartColours,
  size: PixelSize,
  isZoomable: boolean,
): ChartOption {
  return chartOption(drawn, {
    theme: { ink, inkSoft, hairline, paper, font, series },
    size,
    margins: { bottom: isZoomable ? STRIP + AROUND_STRIP : 0 },
    isStretched: true,
  });
}
