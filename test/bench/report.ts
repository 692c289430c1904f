/** What a benchmark found, and how it is printed. */
import { cpus } from 'node:os';

export type Finding = {
  group: string;
  what: string;
  /** Plumbline's own figure, in `unit`. */
  measured: number;
  unit: 'ms' | 'MB' | 'frames/s';
  /** Figures of others in the same run, by name. */
  peers?: Record<string, number>;
  /** `ratio`: measured over the peer's; `value`: measured itself. */
  target?: { of: 'ratio' | 'value'; peer?: string; atMost?: number; atLeast?: number };
};

export function ratioOf(finding: Finding): number | null {
  const peer = finding.target?.peer ?? Object.keys(finding.peers ?? {})[0];
  return peer === undefined || finding.peers === undefined ? null : finding.measured / finding.peers[peer];
}

/** Whether the target is met; null where there is none. */
export function meetsTarget(finding: Finding): boolean | null {
  const { target } = finding;
  if (target === undefined) return null;
  const figure = target.of === 'ratio' ? (ratioOf(finding) ?? Number.NaN) : finding.measured;
  return (
    figure <= (target.atMost ?? Number.POSITIVE_INFINITY) && figure >= (target.atLeast ?? Number.NEGATIVE_INFINITY)
  );
}

export function machineLine(): string {
  const [cpu] = cpus();
  return `${cpu.model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${process.platform}`;
}

/** The findings as a Markdown table, as README carries it. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map((finding) => {
    const ratio = ratioOf(finding);
    const peers = Object.entries(finding.peers ?? {}).map(([name, value]) => `${name} ${figure(value)}`);
    return [
      finding.what,
      `${figure(finding.measured)} ${finding.unit}`,
      peers.join(', '),
      ratio === null ? '' : ratio.toFixed(2),
      targetText(finding),
      { true: 'yes', false: 'NO', null: '' }[String(meetsTarget(finding))] ?? '',
    ];
  });
  const header = ['', 'Plumbline', 'others', 'ratio', 'target', 'met'];
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (row: readonly string[]) => `| ${row.map((text, column) => text.padEnd(widths[column])).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function targetText({ target, unit }: Finding): string {
  if (target === undefined) return '';
  const bound = target.atMost === undefined ? `≥ ${target.atLeast}` : `≤ ${target.atMost}`;
  return target.of === 'ratio' ? `${bound} × ${target.peer ?? ''}`.trim() : `${bound} ${unit}`;
}

function figure(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 1 ? value.toFixed(1) : value.toPrecision(2);
}
