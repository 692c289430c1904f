/** Says so as long as the host cannot be reached; edits made meanwhile would fail. */
import { useEffect, useState } from 'react';
import { onConnection } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import classes from './connection-notice.module.css';
import { shellTexts } from './shell-texts.ts';

export function ConnectionNotice() {
  const t = useTexts(shellTexts);
  const [isConnected, setConnected] = useState(true);
  useEffect(() => onConnection(setConnected), []);
  return (
    <div role="status">
      {!isConnected && (
        <div className={classes.lost}>
          <Icon name="warning" /> {t('disconnected')}
        </div>
      )}
    </div>
  );
}
