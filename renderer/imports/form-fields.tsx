/** How a file is read, whatever is in it: its worksheet, or encoding and separator, the rows above its headings, the order of its dates. */
import { NumberInput, Select } from '@mantine/core';
import { type DateOrder, DELIMITERS, dateOrderSchema, type FileForm } from '../../shared/import-file.ts';
import { useTexts } from '../texts.ts';
import classes from './import.module.css';
import { importTexts } from './import-texts.ts';

const ENCODINGS = { 'utf-8': 'UTF-8', gb18030: 'GB18030', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' } as const;
const ENCODING_NAMES = Object.entries(ENCODINGS).map(([value, label]) => ({ value, label }));
const ORDERS = dateOrderSchema.options;

type FormFieldsProps = {
  form: FileForm;
  worksheets: string[];
  /** Divided or decoded another way, the file has other columns. */
  onForm: (changed: Partial<FileForm> & { skippedRows?: number }) => void;
};

export function FormFields({ form, worksheets, onForm }: FormFieldsProps) {
  const t = useTexts(importTexts);
  if (form.delimiter === '') {
    return (
      <Select
        label={t('worksheet')}
        data={worksheets}
        value={form.worksheet}
        onChange={(worksheet) => worksheet !== null && onForm({ worksheet, skippedRows: 0 })}
      />
    );
  }
  return (
    <div className={classes.pair}>
      <Select
        label={t('encoding')}
        data={ENCODING_NAMES}
        value={form.encoding}
        onChange={(encoding) => {
          if (isEncoding(encoding)) onForm({ encoding });
        }}
      />
      <Select
        label={t('delimiter')}
        data={DELIMITERS.map((value) => ({ value, label: t(`delimiter-${value}`) }))}
        value={form.delimiter}
        onChange={(chosen) => {
          const delimiter = DELIMITERS.find((each) => each === chosen);
          if (delimiter) onForm({ delimiter });
        }}
      />
    </div>
  );
}

export function DateOrderSelect({
  value,
  onChange,
}: {
  value: DateOrder | null;
  onChange: (order: DateOrder | null) => void;
}) {
  const t = useTexts(importTexts);
  return (
    <Select
      label={t('dateOrder')}
      data={[
        { value: '', label: t('dateOrder-none') },
        ...ORDERS.map((order) => ({ value: order, label: t(`dateOrder-${order}`) })),
      ]}
      value={value ?? ''}
      onChange={(chosen) => onChange(ORDERS.find((each) => each === chosen) ?? null)}
    />
  );
}

type WholeNumberProps = {
  label: string;
  value: number | null;
  min?: number;
  max: number;
  placeholder?: string;
  onTake: (value: number | null) => void;
};

/** Taken when it is left or on Enter; null where nothing stands in it. */
export function WholeNumber({ label, value, min = 0, max, placeholder, onTake }: WholeNumberProps) {
  const take = (text: string) => {
    const typed = text.trim() === '' ? null : Number(text);
    if (typed !== value && (typed === null || (Number.isInteger(typed) && typed >= min && typed <= max))) onTake(typed);
  };
  return (
    <NumberInput
      // A new value of the mapping replaces what was typed.
      key={value}
      label={label}
      placeholder={placeholder}
      defaultValue={value ?? ''}
      min={min}
      max={max}
      allowDecimal={false}
      onBlur={(event) => take(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take(event.currentTarget.value);
      }}
    />
  );
}

function isEncoding(text: string | null): text is keyof typeof ENCODINGS {
  return text !== null && Object.hasOwn(ENCODINGS, text);
}
