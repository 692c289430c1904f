/** Benchmarks under the headings that the reports give them, in their order; what is not named here stands under `other`. */
import type { Entity } from '../../../shared/facts.ts';

export const GROUPS = [
  'general',
  'code',
  'math',
  'reasoning',
  'tools',
  'long-context',
  'multilingual',
  'chinese',
  'vision',
  'medicine',
  'video',
  'other',
] as const;
export type Group = (typeof GROUPS)[number];

const MEMBERS: Record<Exclude<Group, 'other'>, readonly string[]> = {
  general: ['mmlu', 'mmlu-pro', 'ifeval', 'arena-elo', 'mt-bench', 'bbh', 'superglue', 'triviaqa', 'natural-questions'],
  code: ['humaneval', 'mbpp-evalplus', 'mbpp', 'multipl-e', 'natural2code', 'crux-i', 'crux-o', 'codeforces'],
  math: ['gsm8k', 'math', 'theoremqa', 'amc-2022-23'],
  reasoning: [
    ...['arc-challenge', 'arc-easy', 'gpqa', 'drop', 'hellaswag', 'winogrande', 'piqa', 'siqa', 'openbookqa'],
    ...['boolq', 'cb', 'copa', 'multirc', 'record', 'rte', 'wic', 'wsc'],
  ],
  tools: ['bfcl', 'nexus'],
  'long-context': ['zeroscrolls-quality', 'infinitebench-en-mc', 'nih-multi-needle', 'needle-in-a-haystack'],
  multilingual: ['mgsm', 'wmt23', 'multi-exam', 'multi-understanding', 'multi-mathematics'],
  chinese: ['c-eval', 'cmmlu', 'alignbench', 'alignbench-reasoning', 'alignbench-language'],
  vision: [
    ...['mmmu', 'ai2d', 'mathvista', 'chartqa', 'vqav2', 'textvqa', 'docvqa', 'infographicvqa'],
    ...['vatex', 'vatex-zh', 'youcook2', 'activitynet-qa', 'egoschema'],
  ],
  medicine: ['mcmle', 'medexam', 'cmexam', 'usmle', 'medmcqa', 'pubmedqa'],
  video: [
    ...['fvd-ucf-101', 'fvd-msr-vtt', 'clipsim-msr-vtt', 'is-ucf-101', 'ssim-fashion', 'psnr-fashion'],
    ...['lpips-fashion', 'fvd-fashion', 'ssim-dance', 'psnr-dance', 'lpips-dance', 'fvd-dance'],
  ],
};

const places = new Map<string, { group: Group; at: number }>(
  GROUPS.flatMap((group) => (group === 'other' ? [] : MEMBERS[group].map((id, at) => [id, { group, at }] as const))),
);

/** The groups that have members among `benchmarks`, each with its own in order. */
export function groupBenchmarks<B extends Pick<Entity, 'id'>>(
  benchmarks: readonly B[],
): { group: Group; benchmarks: B[] }[] {
  const byGroup = Map.groupBy(benchmarks, ({ id }) => places.get(id)?.group ?? 'other');
  return GROUPS.flatMap((group) => {
    const members = byGroup.get(group);
    if (members === undefined) return [];
    const order = ({ id }: B) => places.get(id)?.at ?? Number.MAX_SAFE_INTEGER;
    return { group, benchmarks: members.toSorted((a, b) => order(a) - order(b)) };
  });
}
