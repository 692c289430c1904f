/** In the heading of a file's column: what the column holds. '' is what is left out, and is shown faint. */
import classes from './heading-select.module.css';

type HeadingSelectProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

export function HeadingSelect<Value extends string>({ label, value, options, onChange }: HeadingSelectProps<Value>) {
  return (
    <select
      className={classes.select}
      aria-label={label}
      value={value}
      data-left-out={value === '' || undefined}
      onChange={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
