/** Puts a fact into a sheet as an input line of its own, with unit and source. */
import { Button, Menu } from '@mantine/core';
import { useState } from 'react';
import type { SheetSummary } from '../../shared/contract.ts';
import { lineOfFact } from '../../shared/line-of-fact.ts';
import { call } from '../api.ts';
import { showFailure, showNotice } from '../shell/notices.tsx';
import { goTo } from '../shell/routes.ts';
import { useLocalText, useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import type { KnownFact } from './fact-details.tsx';
import { factTexts } from './fact-texts.ts';

export function AddToSheet({ known }: { known: KnownFact }) {
  const t = useTexts(factTexts);
  const local = useLocalText();
  const [sheets, setSheets] = useState<readonly SheetSummary[]>([]);
  const titleOf = ({ title }: SheetSummary) => local(title) || t('untitledSheet');
  const add = async (sheetId: string | null, title: string) => {
    try {
      const target = sheetId ?? (await call('createSheet', {})).sheetId;
      await addLine(target, known);
      showNotice(
        factTexts.addedToSheet,
        { sheet: title },
        {
          label: factTexts.openSheet,
          run: () => goTo({ screen: 'sheet', sheetId: target }),
        },
      );
    } catch (failure) {
      showFailure(failure);
    }
  };
  return (
    <Menu position="bottom-start" onOpen={() => void call('listSheets', {}).then(setSheets, showFailure)}>
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<Icon name="sheet" size={14} />}>
          {t('addToSheet')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {sheets.map((sheet) => (
          <Menu.Item key={sheet.id} onClick={() => void add(sheet.id, titleOf(sheet))}>
            {titleOf(sheet)}
          </Menu.Item>
        ))}
        {sheets.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<Icon name="plus" size={14} />} onClick={() => void add(null, t('newSheet'))}>
          {t('newSheet')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** After the last line of the sheet, in its first scenario. */
async function addLine(sheetId: string, { fact, subject, metric }: KnownFact): Promise<void> {
  const { document } = await call('openSheet', { sheetId });
  const lastLine = document.lines.toSorted((a, b) => a.position - b.position).at(-1);
  const [base] = document.scenarios.toSorted((a, b) => a.position - b.position);
  await call('insertLines', {
    sheetId,
    afterLineId: lastLine?.id ?? null,
    lines: [lineOfFact(fact, subject, metric, base.id)],
  });
}
