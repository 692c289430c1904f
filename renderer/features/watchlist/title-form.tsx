/** A field for the name of a list or a group, where it stands: Enter takes it, Esc and leaving it empty give up. */
import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import classes from './watchlist.module.css';

type TitleFormProps = {
  label: string;
  value: string;
  /** Whether it was taken. */
  onSubmit: (title: string) => Promise<boolean>;
  onClose: () => void;
};

export function TitleForm({ label, value, onSubmit, onClose }: TitleFormProps) {
  const [title, setTitle] = useState(value);
  // Enter, and then the field that goes, must not both take it.
  const isTaken = useRef(false);
  const submit = async () => {
    if (isTaken.current) return;
    isTaken.current = true;
    const wanted = title.trim();
    if (wanted === '' || wanted === value || (await onSubmit(wanted))) onClose();
    else isTaken.current = false;
  };
  return (
    <form
      className={classes.titleForm}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextInput
        size="xs"
        aria-label={label}
        placeholder={label}
        autoFocus
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => void submit()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          isTaken.current = true;
          onClose();
        }}
      />
    </form>
  );
}
