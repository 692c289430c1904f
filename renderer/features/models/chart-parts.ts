/** What the charts of this screen have in common. */
import type { ModelSummary } from '../../../shared/model-methods.ts';
import type { ChartColours } from '../../ui/chart.tsx';

const FONT_SIZE = 12;

export function chartText({ ink, font }: ChartColours) {
  return { color: ink, fontFamily: font, fontSize: FONT_SIZE };
}

export function softText(colours: ChartColours) {
  return { ...chartText(colours), color: colours.inkSoft };
}

export function chartTooltip(colours: ChartColours) {
  return {
    backgroundColor: colours.raised,
    borderColor: colours.hairline,
    textStyle: chartText(colours),
    confine: true,
  };
}

/** Open and closed models have a colour each, one of which nothing is said a third. */
export function colourOf(openness: ModelSummary['openness'] | undefined, { series }: ChartColours): string {
  return openness === 'open' ? series[0] : openness === 'closed' ? series[1] : series[7];
}
