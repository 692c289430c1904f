/** What could not be read, and the way to try again: in the place of what it would be, or in a line among other things. */
import { Button } from '@mantine/core';
import { failureText } from '../shell/notices.tsx';
import { useTexts } from '../texts.ts';

const texts = { retry: { zh: '重试', en: 'Try again' } } as const;

type FailedProps = { failure: unknown; onRetry: () => void };

export function Failed({ failure, onRetry, className }: FailedProps & { className?: string }) {
  const t = useTexts(texts);
  return (
    <div className={className} role="alert">
      <p>{failureText(failure)}</p>
      <Button onClick={onRetry}>{t('retry')}</Button>
    </div>
  );
}

export function FailedLine({ failure, onRetry }: FailedProps) {
  const t = useTexts(texts);
  return (
    <p role="alert">
      {failureText(failure)}{' '}
      <Button variant="subtle" size="compact-xs" onClick={onRetry}>
        {t('retry')}
      </Button>
    </p>
  );
}
