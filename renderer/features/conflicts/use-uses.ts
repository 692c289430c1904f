/** Which lines of which sheets use any of some facts; undefined until it is known. */
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/contract.ts';
import { call } from '../../api.ts';
import { useFacts } from '../../facts/facts-store.ts';
import { showFailure } from '../../shell/notices.tsx';

export type Use = Output<'getFact'>['uses'][number];

export function useUses(factIds: readonly string[]): readonly Use[] | undefined {
  const [known, setKnown] = useState<{ of: string; uses: readonly Use[] } | null>(null);
  const version = useFacts((state) => state.version);
  const of = factIds.join('\n');
  const question = `${version}\n${of}`;
  useEffect(() => {
    let isWanted = true;
    const [, ...asked] = question.split('\n');
    Promise.all(asked.map((factId) => call('getFact', { factId }))).then((answers) => {
      if (isWanted) setKnown({ of: asked.join('\n'), uses: eachOnce(answers.flatMap(({ uses }) => uses)) });
    }, showFailure);
    return () => {
      isWanted = false;
    };
  }, [question]);
  return known?.of === of ? known.uses : undefined;
}

function eachOnce(uses: readonly Use[]): Use[] {
  return [...new Map(uses.map((use) => [`${use.sheetId} ${use.lineId}`, use])).values()];
}
