/** The line itself: label, name, unit and number format, each edited in place. */
import { Button, Checkbox, Select } from '@mantine/core';
import type { ErrorDetails } from '../../../../shared/errors.ts';
import { inLanguage } from '../../../../shared/language.ts';
import type { Line } from '../../../../shared/sheet.ts';
import { CallError, call } from '../../../api.ts';
import { showNotice } from '../../../shell/notices.tsx';
import { useLanguage, useTexts } from '../../../texts.ts';
import { InlineEdit } from '../../../ui/inline-edit.tsx';
import { Properties, Property, Section } from '../../../ui/panel-section.tsx';
import { unitInWords } from '../../../ui/unit-words.ts';
import { addUnit, attempt, updateLine } from '../sheet-actions.ts';
import { type SheetData, unitOf } from '../sheet-data.ts';
import { panelTexts } from './panel-texts.ts';
import classes from './side-panel.module.css';

const MAX_DECIMALS = 8;

export function LineSection({ data, line }: { data: SheetData; line: Line }) {
  const t = useTexts(panelTexts);
  const language = useLanguage();
  return (
    <Section label={t('line')}>
      <div className={classes.title}>
        <InlineEdit
          label={t('label')}
          value={inLanguage(line.label, language)}
          placeholder={t('label')}
          multiline
          onCommit={(text) => updateLine(line.id, { label: { ...line.label, [language]: text } })}
        />
      </div>
      {line.kind === 'line' && (
        <Properties>
          <Property name={t('name')}>
            <NameEdit line={line} />
          </Property>
          <Property name={t('unit')}>
            <UnitEdit data={data} line={line} />
          </Property>
          <Property name={t('format')}>
            <FormatEdit line={line} />
          </Property>
        </Properties>
      )}
    </Section>
  );
}

function NameEdit({ line }: { line: Line }) {
  const t = useTexts(panelTexts);
  const rename = async (name: string) => {
    await updateLine(line.id, { name: name.trim() });
    showNotice(panelTexts.renamed, { before: line.name, after: name.trim() });
  };
  return (
    <span title={t('nameHint')}>
      <InlineEdit label={t('name')} value={line.name} monospace onCommit={rename} />
    </span>
  );
}

/** Refuses a unit that cannot be read before it reaches the sheet, and offers to add an unknown word. */
function UnitEdit({ data, line }: { data: SheetData; line: Line }) {
  const t = useTexts(panelTexts);
  const words = unitInWords(unitOf(data, line.id), useLanguage());
  const inferred = line.unit === '' ? data.inferredUnits.get(line.id) : undefined;
  const check = async (text: string) => {
    const unit = text.trim();
    if (unit !== '') {
      const checked = await call('checkUnit', { sheetId: data.sheet.id, unit });
      if (!checked.ok && checked.message !== null) {
        const details: ErrorDetails = checked.unknownWord === null ? {} : { unknownWord: checked.unknownWord };
        throw new CallError({ code: 'invalid-unit', message: checked.message, details });
      }
    }
    await updateLine(line.id, { unit });
  };
  const addAndSet = async (word: string, unit: string, done: () => void) => {
    await addUnit({ name: word, definition: '' });
    await updateLine(line.id, { unit: unit.trim() });
    done();
  };
  return (
    <>
      <InlineEdit
        label={t('unit')}
        value={line.unit}
        placeholder={inferred || t('noUnit')}
        onCommit={check}
        remedy={(failure, text, done) => {
          const word = failure instanceof CallError ? failure.failure.details.unknownWord : undefined;
          if (typeof word !== 'string') return null;
          return (
            <Button variant="default" onClick={() => void attempt(addAndSet(word, text, done))}>
              {t('addUnit', { word })}
            </Button>
          );
        }}
      />
      {words !== '' && <div className={classes.aside}>{words}</div>}
      {inferred && <div className={classes.aside}>{t('inferred')}</div>}
    </>
  );
}

function FormatEdit({ line }: { line: Line }) {
  const t = useTexts(panelTexts);
  const { decimals, grouping } = line.format;
  const counts = Array.from({ length: MAX_DECIMALS + 1 }, (_, count) => count);
  return (
    <div className={classes.format}>
      <Select
        aria-label={t('decimals')}
        value={decimals === null ? 'auto' : String(decimals)}
        data={[
          { value: 'auto', label: t('automatic') },
          ...counts.map((count) => ({ value: String(count), label: t('decimalsCount', { count }) })),
        ]}
        onChange={(choice) => {
          const chosen = choice === null || choice === 'auto' ? null : Number(choice);
          void attempt(updateLine(line.id, { format: { grouping, decimals: chosen } }));
        }}
      />
      <Checkbox
        size="xs"
        label={t('grouping')}
        checked={grouping}
        onChange={(event) =>
          void attempt(updateLine(line.id, { format: { decimals, grouping: event.currentTarget.checked } }))
        }
      />
    </div>
  );
}
