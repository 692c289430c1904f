/**
 * What a file would do, asked of the workbench whenever file, source, sheet, layout or mapping change; answers
 * to former questions are dropped.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ImportColumn, ImportPreview } from '../../../shared/fact-file-methods.ts';
import { call } from '../../api.ts';
import { Refusal } from '../../shell/refusal.ts';
import { importTexts } from './import-texts.ts';

export type Reading = { sheet?: string; layout?: ImportPreview['layout']; mapping?: ImportColumn[] };
export type ChosenFile = { fileName: string; base64: string };

type Answer = { preview: ImportPreview | null; failure: unknown; chosen: ChosenFile | null; isAsking: boolean };

const NO_ANSWER: Answer = { preview: null, failure: null, chosen: null, isAsking: false };
const MB = 1024 * 1024;
const LARGEST_MB = 30;

export function useImportPreview(file: File | null, sourceId: string) {
  const [answer, setAnswer] = useState<Answer>(NO_ANSWER);
  const lastAsked = useRef(0);

  const ask = useCallback(
    async (reading: Reading) => {
      lastAsked.current += 1;
      const asked = lastAsked.current;
      const answered = (said: Partial<Answer>) => {
        if (asked === lastAsked.current) setAnswer((before) => ({ ...before, ...said, isAsking: false }));
      };
      if (file === null || sourceId === '') {
        setAnswer(NO_ANSWER);
        return;
      }
      // The headings show at once what was chosen: the next choice goes from there.
      setAnswer(({ preview, ...before }) => {
        const shown = preview && reading.mapping ? { ...preview, mapping: reading.mapping } : preview;
        return { ...before, preview: shown, isAsking: true };
      });
      try {
        const chosen = { fileName: file.name.slice(0, 255), base64: await base64Of(file) };
        const preview = await call('previewFactImport', { ...chosen, sourceId, ...reading });
        answered({ preview, chosen, failure: null });
      } catch (failure) {
        answered({ preview: null, failure });
      }
    },
    [file, sourceId],
  );

  useEffect(() => void ask({}), [ask]);
  return { ...answer, ask };
}

async function base64Of(file: File): Promise<string> {
  if (file.size > LARGEST_MB * MB) throw new Refusal(importTexts.tooLarge, { size: Math.ceil(file.size / MB) });
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
