/** The time axis of the sheet, taken as one edit on Enter or with the button. */
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TimeAxis } from '../../../../shared/periods.ts';
import { failureText } from '../../../shell/notices.tsx';
import { useTexts } from '../../../texts.ts';
import { updateSheet } from '../sheet-actions.ts';
import { useSheetStore } from '../sheet-store.ts';
import {
  type AxisDraft,
  cellsOutside,
  draftFor,
  draftOf,
  firstPeriodOf,
  MOST_PERIODS,
  readAxis,
} from './axis-draft.ts';
import { settingsTexts } from './settings-texts.ts';
import classes from './sheet-settings.module.css';

const GRAINS = ['none', 'day', 'week', 'month', 'quarter', 'fiscal-quarter', 'year'] as const;

type TimeAxisFormProps = {
  axis: TimeAxis | null;
  onDone: () => void;
  /** Whether the list of grains is open; Esc then closes that alone. */
  onListToggle: (isOpen: boolean) => void;
};

export function TimeAxisForm({ axis, onDone, onListToggle }: TimeAxisFormProps) {
  const t = useTexts(settingsTexts);
  const [draft, setDraft] = useState(draftOf(axis));
  const [isRefused, setRefused] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const outside = useCellsOutside(draft);
  const thisYear = new Date().getFullYear();

  const reading = readAxis(draft);
  const wrong = isRefused && !reading.ok ? reading.wrong : null;
  const put = (fields: Partial<AxisDraft>) => setDraft((before) => ({ ...before, ...fields }));
  const choose = (chosen: string | null) => {
    const grain = GRAINS.find((candidate) => candidate === chosen);
    if (grain === undefined) return;
    setRefused(false);
    setDraft(draftFor(grain, axis, thisYear));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(!reading.ok);
    if (!reading.ok) return;
    try {
      if (JSON.stringify(draftOf(reading.axis)) !== JSON.stringify(draftOf(axis))) {
        await updateSheet({ timeAxis: reading.axis });
      }
      onDone();
    } catch (refused) {
      setFailure(refused);
    }
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)} noValidate>
      <Select
        label={t('timeAxis')}
        value={draft.grain}
        data={GRAINS.map((grain) => ({ value: grain, label: t(grain) }))}
        // Outside the popover a click on the list would close it.
        comboboxProps={{ withinPortal: false }}
        onChange={choose}
        onDropdownOpen={() => onListToggle(true)}
        onDropdownClose={() => onListToggle(false)}
      />
      {draft.grain !== 'none' && (
        <>
          <TextInput
            label={t('start')}
            description={t('startHint', { example: firstPeriodOf(draft.grain, thisYear) })}
            value={draft.start}
            error={
              wrong === 'start' &&
              t('startRefused', { text: draft.start, example: firstPeriodOf(draft.grain, thisYear) })
            }
            spellCheck={false}
            onChange={(event) => put({ start: event.currentTarget.value })}
          />
          <NumberInput
            label={t('count')}
            value={draft.count}
            allowDecimal={false}
            allowNegative={false}
            error={
              (wrong === 'count' && t('countRefused', { most: MOST_PERIODS })) || (wrong === 'end' && t('endRefused'))
            }
            onChange={(value) => put({ count: String(value) })}
          />
        </>
      )}
      {outside > 0 && (
        <p role="status" className={classes.warning}>
          {t('dropsCells', { count: outside })}
        </p>
      )}
      {failure !== null && (
        <p role="alert" className={classes.refusal}>
          {failureText(failure)}
        </p>
      )}
      <Button type="submit">{t('apply')}</Button>
    </form>
  );
}

/** How many contents the sheet would lose if the draft were taken now. */
function useCellsOutside(draft: AxisDraft): number {
  return useSheetStore(({ data, version }) => {
    const reading = readAxis(draft);
    return data !== null && version >= 0 && reading.ok ? cellsOutside(data.cells, reading.axis) : 0;
  });
}
