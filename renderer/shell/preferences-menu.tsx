/** Preferences: language, appearance, market colours; and what is running where. */
import { ActionIcon, Button, Popover, SegmentedControl, Tooltip } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import type { Output, Preferences } from '../../shared/contract.ts';
import { call } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Icon } from '../ui/icon.tsx';
import { showFailure } from './notices.tsx';
import { setPreferences, usePreferences } from './preferences.ts';
import classes from './preferences-menu.module.css';
import railClasses from './rail.module.css';
import { goTo } from './routes.ts';
import { shellTexts } from './shell-texts.ts';

export function PreferencesMenu() {
  const t = useTexts(shellTexts);
  const chosen = usePreferences((state) => state.chosen);
  const [isOpen, setOpen] = useState(false);
  const showVault = () => {
    setOpen(false);
    goTo({ screen: 'vault' });
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="right-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label={t('preferences')} position="right" disabled={isOpen}>
          <ActionIcon
            className={railClasses.button}
            size={36}
            aria-label={t('preferences')}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="settings" size={20} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('preferences')}>
        <div className={classes.panel}>
          <Choice
            label={t('language')}
            field="language"
            value={chosen.language}
            options={[
              ['system', t('system')],
              ['zh', t('chinese')],
              ['en', t('english')],
            ]}
          />
          <Choice
            label={t('theme')}
            field="theme"
            value={chosen.theme}
            options={[
              ['system', t('system')],
              ['light', t('light')],
              ['dark', t('dark')],
            ]}
          />
          <Choice
            label={t('marketColours')}
            field="marketColours"
            value={chosen.marketColours}
            options={[
              ['red-up', t('redUp')],
              ['green-up', t('greenUp')],
            ]}
          />
          <Button variant="default" onClick={showVault}>
            {t('vaultSettings')}
          </Button>
          <About />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

type ChoiceProps<F extends keyof Preferences> = {
  label: string;
  field: F;
  value: Preferences[F];
  options: [Preferences[F], string][];
};

function Choice<F extends keyof Preferences>({ label, field, value, options }: ChoiceProps<F>) {
  const labelId = useId();
  return (
    <div>
      <div id={labelId} className={classes.label}>
        {label}
      </div>
      <SegmentedControl
        fullWidth
        aria-labelledby={labelId}
        value={value}
        data={options.map(([option, text]) => ({ value: option, label: text }))}
        onChange={(next) => {
          setPreferences({ [field]: next }).catch(showFailure);
        }}
      />
    </div>
  );
}

function About() {
  const t = useTexts(shellTexts);
  const [info, setInfo] = useState<Output<'getAppInfo'> | null>(null);
  useEffect(() => {
    call('getAppInfo', {}).then(setInfo, showFailure);
  }, []);
  if (info === null) return null;
  return (
    <dl className={classes.about}>
      <dt>Plumbline</dt>
      <dd>{t('version', { version: info.version })}</dd>
      <dt>{t('dataFolder')}</dt>
      <dd className={classes.path} title={info.home}>
        {info.home}
      </dd>
    </dl>
  );
}
