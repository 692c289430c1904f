/**
 * Notices: short sentences at the bottom right that go by themselves, read out by screen readers.
 *
 * `showNotice` says that something was done, with an action where there is one (Undo);
 * `showFailure` says what a failed call said; nothing here asks a question.
 */
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { fillIn, formatMessage, type MessageParams, message, type Sentence } from '../../shared/messages.ts';
import { CallError } from '../api.ts';
import { usePreferences } from './preferences.ts';
import { Refusal } from './refusal.ts';
import { shellTexts } from './shell-texts.ts';

export type NoticeAction = { label: Sentence; run: () => void };

const UNDO_MS = 10_000;
const FAILURE_MS = 12_000;
const DONE_MS = 5_000;

/** Says that something was done. With `undo` it stays longer and has an Undo button. */
export function showNotice(sentence: Sentence, params: MessageParams = {}, action?: NoticeAction): void {
  const language = usePreferences.getState().language;
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{fillIn(sentence[language], params)}</span>
        {action && (
          <Button
            variant="subtle"
            flex="none"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label[language]}
          </Button>
        )}
      </Group>
    ),
    role: 'status',
    closeButtonProps: { 'aria-label': shellTexts.close[language] },
    autoClose: action ? UNDO_MS : DONE_MS,
  });
}

/** Says that something was done that can be taken back. */
export function showUndoable(sentence: Sentence, params: MessageParams, undo: () => void): void {
  showNotice(sentence, params, { label: shellTexts.undo, run: undo });
}

/** Says why a call failed, in the user's language. */
export function showFailure(failure: unknown): void {
  notifications.show({
    message: failureText(failure),
    color: 'red',
    role: 'alert',
    closeButtonProps: { 'aria-label': shellTexts.close[usePreferences.getState().language] },
    autoClose: FAILURE_MS,
  });
}

/** The sentence of anything that a call, or what takes a text, can throw. */
export function failureText(failure: unknown): string {
  const language = usePreferences.getState().language;
  if (failure instanceof Refusal) return fillIn(failure.sentence[language], failure.params);
  if (failure instanceof CallError) return formatMessage(failure.said, language);
  console.error(failure);
  return formatMessage(message('host.internal'), language);
}
