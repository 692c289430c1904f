/**
 * What an edit of the history did to one line, as pairs of before and after: read out of the edit's
 * changes and its inverse.
 */
import type { HistoryEntry } from '../../../../shared/contract.ts';
import type { LocalText } from '../../../../shared/language.ts';
import type { Line } from '../../../../shared/sheet.ts';

export type EditDetail =
  | { what: 'lineAdded' }
  | { what: 'lineRemoved' }
  | { what: 'cell'; scenarioId: number; period: string; before: string | null; after: string | null }
  | { what: Field; before: string; after: string };

export type Field = 'label' | 'name' | 'unit' | 'format' | 'note' | 'sources' | 'reportedText' | 'position';

export function detailsOf({ changes, inverse }: HistoryEntry, lineId: number): EditDetail[] {
  const details: EditDetail[] = [];
  const after = changes.findLast((change) => change.change === 'putLine' && change.line.id === lineId);
  const before = inverse.findLast((change) => change.change === 'putLine' && change.line.id === lineId);
  if (changes.some((change) => change.change === 'dropLine' && change.lineId === lineId)) {
    details.push({ what: 'lineRemoved' });
  } else if (after?.change === 'putLine') {
    if (before?.change === 'putLine') details.push(...fieldsThatDiffer(before.line, after.line));
    else details.push({ what: 'lineAdded' });
  }

  const contentBefore = new Map<string, string | null>();
  for (const change of inverse) {
    if (change.change === 'putCell') contentBefore.set(keyOf(change), change.content);
  }
  for (const change of changes) {
    if (change.change !== 'putCell' || change.lineId !== lineId) continue;
    const { scenarioId, period, content } = change;
    details.push({
      what: 'cell',
      scenarioId,
      period,
      before: contentBefore.get(keyOf(change)) ?? null,
      after: content,
    });
  }
  return details;
}

function fieldsThatDiffer(before: Line, after: Line): EditDetail[] {
  return FIELDS.map(([what, read]) => ({ what, before: read(before), after: read(after) })).filter(
    (detail) => detail.before !== detail.after,
  );
}

const FIELDS: [Field, (line: Line) => string][] = [
  ['label', (line) => bothLanguages(line.label)],
  ['name', (line) => line.name],
  ['unit', (line) => line.unit],
  [
    'format',
    ({ format }) =>
      (0).toFixed(format.decimals ?? 0) + (format.decimals === null ? '…' : '') + (format.grouping ? ' ,' : ''),
  ],
  ['note', (line) => bothLanguages(line.note)],
  ['sources', (line) => line.sources.map((source) => `${source.place}“${source.wording}”`).join('\n')],
  ['reportedText', (line) => line.reported?.text ?? ''],
  ['position', (line) => String(line.position)],
];

function bothLanguages({ zh, en }: LocalText): string {
  return zh === en ? zh : [zh, en].filter(Boolean).join(' / ');
}

function keyOf(cell: { lineId: number; scenarioId: number; period: string }): string {
  return `${cell.lineId}/${cell.scenarioId}/${cell.period}`;
}
