/** Keeps a bug in one screen from taking the window with it: says what happened and offers to reload. */
import { Button } from '@mantine/core';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { useTexts } from '../texts.ts';
import classes from './error-boundary.module.css';
import { shellTexts } from './shell-texts.ts';

type Props = { children: ReactNode };

export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />;
  }
}

function Broken({ error }: { error: Error }) {
  const t = useTexts(shellTexts);
  return (
    <div className={classes.broken} role="alert">
      <p>{t('unexpected')}</p>
      <pre className={classes.detail}>{`${error.name}: ${error.message}`}</pre>
      <Button onClick={() => window.location.reload()}>{t('reload')}</Button>
    </div>
  );
}
