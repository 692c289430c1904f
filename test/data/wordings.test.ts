/** Bundled facts against the texts that they were read from, where those are here. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../shared/facts.ts';
import { exhibits, facts, factsOf, reports } from './bundled-data.ts';
import { agreesWithPrint, dateAgreesWithPrint } from './printed-figure.ts';
import { asPrinted, findReportText, TEXT_IS_ABSENT } from './report-text.ts';

const SOURCE_IDS = reports.map(({ report }) => report.source.id);
/** The broker reports; what was compiled by hand has no text of its own. */
const REPORT_IDS = SOURCE_IDS.filter((id) => /^\d{3}$/.test(id));

/** Facts whose printed words say their figure in a way that no rule reads, each with the reason. */
const READ_BY_A_PERSON: Record<string, string> = {
  '000/大模型厂商进展/grok-2': '本年内: the year of the report',
  '000/大模型厂商进展/grok-3': '本年内: the year of the report',
  '004/2.6/parameters:baichuan-3': '超千亿: a magnitude without a digit',
  '004/图19/overview:description:annotated-examples': 'one million: a word',
};

/** 部分开源 and 仅开放使用 give away the paper or an interface, not the model. */
const OPENNESS = { open: /(?<!部分)开源|公开可用|open/i, closed: /闭源|部分开源|仅开放使用|closed/i };

describe('wordings', () => {
  it.for(REPORT_IDS)('%s: every one occurs in the text, and contains what is printed', (sourceId, { skip }) => {
    const text = findReportText(sourceId);
    if (text === undefined) return skip(TEXT_IS_ABSENT);
    const printed = asPrinted(text);
    const missing = factsOf(sourceId).filter(({ wording }) => !printed.includes(asPrinted(wording)));
    expect(missing.map(({ id, wording }) => `${id}: ${wording}`)).toEqual([]);
    const apart = factsOf(sourceId).filter((fact) => !asPrinted(fact.wording).includes(asPrinted(fact.printed)));
    expect(apart.map(({ id, wording, printed: words }) => `${id}: "${words}" in "${wording}"`)).toEqual([]);
  });
});

describe('tables', () => {
  it.for(REPORT_IDS)('%s: every row is a row of the text', (sourceId, { skip }) => {
    const text = findReportText(sourceId);
    if (text === undefined) return skip(TEXT_IS_ABSENT);
    const lines = text.split('\n').map(asPrinted);
    const rows = exhibits
      .filter((exhibit) => exhibit.sourceId === sourceId)
      .flatMap(({ id, rows }) =>
        rows.map(({ label, cells }) => ({ id, words: [label, ...cells.map(({ printed }) => printed)] })),
      );
    const missing = rows.filter(({ words }) => !lines.some((line) => isRowOf(words.map(asPrinted), line)));
    expect(missing.map(({ id, words }) => `${id}: ${words.join(' ')}`)).toEqual([]);
  });
});

describe('figures', () => {
  it.each(SOURCE_IDS)('%s: every one agrees with the words that it was read from', (sourceId) => {
    const wrong = factsOf(sourceId).filter((fact) => !(fact.id in READ_BY_A_PERSON) && !agrees(fact));
    expect(wrong.map((fact) => `${fact.id}: ${fact.value ?? fact.text} ${fact.unit} of "${fact.printed}"`)).toEqual([]);
  });

  it('are read by a person only where they must', () => {
    const needless = Object.keys(READ_BY_A_PERSON).filter((id) => {
      const fact = facts.find((candidate) => candidate.id === id);
      return fact === undefined || agrees(fact);
    });
    expect(needless).toEqual([]);
  });
});

/** Figures stand side by side in the line; sentences may be shortened to their first words. */
function isRowOf([label, ...cells]: string[], line: string): boolean {
  if (line.includes([label, ...cells].join(''))) return true;
  if (cells.length === 0 || cells.some((cell) => /^[\d.,%-]*$/.test(cell))) return false;
  let at = 0;
  for (const words of [label, ...cells]) {
    const found = line.indexOf(words, at);
    if (found < 0) return false;
    at = found + words.length;
  }
  return true;
}

function agrees(fact: Fact): boolean {
  if (fact.metricId === 'openness') return OPENNESS[fact.text === 'closed' ? 'closed' : 'open'].test(fact.printed);
  if (fact.metricId === 'release-date') return dateAgreesWithPrint(fact.text, fact.wording);
  return agreesWithPrint(fact);
}
