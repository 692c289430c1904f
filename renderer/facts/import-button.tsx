/** Leads from a screen of facts to the import; a file dropped on that screen goes the same way. */
import { Button } from '@mantine/core';
import { useCallback } from 'react';
import { useTexts } from '../texts.ts';
import { useFileDrop } from '../ui/file-input.ts';
import { Icon } from '../ui/icon.tsx';
import { factTexts } from './fact-texts.ts';
import { openImport } from './open-import.ts';

export function ImportButton({ sourceId = '' }: { sourceId?: string }) {
  const t = useTexts(factTexts);
  useFileDrop(useCallback((file) => openImport(file, sourceId), [sourceId]));
  return (
    <Button
      variant="default"
      leftSection={<Icon name="import" size={14} />}
      title={t('importHint')}
      onClick={() => openImport(null, sourceId)}
    >
      {t('importFacts')}
    </Button>
  );
}
