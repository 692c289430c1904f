/**
 * The calendar: a month or an agenda of facts, own events, lapsing ratings and, while the vault is open, what is
 * private. Arrow keys go through the days of a month, Enter adds an event, PageUp and PageDown turn the month.
 */
import { ActionIcon, Button, Checkbox, Loader, Menu, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type CalendarKind, calendarKindSchema, isPrivate } from '../../../shared/calendar.ts';
import { localDay } from '../../../shared/local-day.ts';
import { isPeriodLabel, labelAt, ordinalOf } from '../../../shared/periods.ts';
import { calendarTexts } from '../../calendar/calendar-texts.ts';
import { EventForm } from '../../calendar/event-form.tsx';
import { failureText } from '../../shell/notices.tsx';
import { replaceQuery } from '../../shell/routes.ts';
import { useTexts } from '../../texts.ts';
import { followCalendar } from '../../theses/follow-theses.ts';
import { Icon } from '../../ui/icon.tsx';
import { useAnswer } from '../../use-answer.ts';
import { useVault } from '../../vault/vault-store.ts';
import { Agenda } from './agenda.tsx';
import { exportCalendar, importCalendar } from './calendar-files.ts';
import classes from './calendar-screen.module.css';
import { ImportRemarks } from './import-remarks.tsx';
import { MonthView } from './month-view.tsx';

type Kept = { month: string; isAgenda: boolean };

export default function CalendarScreen({ route: { query = '' } }: { route: { query?: string } }) {
  const t = useTexts(calendarTexts);
  const today = localDay(new Date().toISOString());
  const { month, isAgenda } = keptOf(query, today);
  const keep = (kept: Partial<Kept>) => replaceQuery(queryOf({ month, isAgenda, ...kept }));
  const isVaultOpen = useVault(({ status }) => status?.state === 'open');
  const { answer, failure, retry } = useAnswer('listCalendar', {}, followCalendar);
  const [hidden, setHidden] = useState<ReadonlySet<CalendarKind>>(new Set());
  const [adding, setAdding] = useState<string | null>(null);
  const events = useMemo(
    () => (answer ?? []).filter((event) => !hidden.has(event.kind) && (isVaultOpen || !isPrivate(event))),
    [answer, hidden, isVaultOpen],
  );
  const turn = (by: number) => keep({ month: labelAt('month', ordinalOf('month', month) + by) });
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{t('calendar')}</h1>
        {!isAgenda && (
          <>
            <ActionIcon aria-label={t('previous')} title={t('previous')} onClick={() => turn(-1)}>
              <Icon name="left" size={14} />
            </ActionIcon>
            <span className={classes.month} aria-live="polite">
              {month}
            </span>
            <ActionIcon aria-label={t('next')} title={t('next')} onClick={() => turn(1)}>
              <Icon name="right" size={14} />
            </ActionIcon>
            <Button variant="default" onClick={() => keep({ month: today.slice(0, 7) })}>
              {t('today')}
            </Button>
          </>
        )}
        <SegmentedControl
          size="xs"
          aria-label={t('view')}
          data={[
            { value: 'month', label: t('month') },
            { value: 'agenda', label: t('agenda') },
          ]}
          value={isAgenda ? 'agenda' : 'month'}
          onChange={(value) => keep({ isAgenda: value === 'agenda' })}
        />
        <KindFilter hidden={hidden} onChange={setHidden} isVaultOpen={isVaultOpen} />
        <span className={classes.space} />
        <Button leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(today)}>
          {t('add')}
        </Button>
        <Button variant="default" leftSection={<Icon name="import" size={14} />} onClick={importCalendar}>
          {t('import')}
        </Button>
        <ExportMenu isVaultOpen={isVaultOpen} />
      </header>
      <div className={classes.body}>
        <ImportRemarks />
        {!isVaultOpen && <p className={classes.hint}>{t('locked')}</p>}
        {adding !== null && <EventForm key={adding} event={null} date={adding} onClose={() => setAdding(null)} />}
        {failure !== null && (
          <p role="alert">
            {failureText(failure)} <Button onClick={retry}>{t('retry')}</Button>
          </p>
        )}
        {answer === undefined && failure === null && (
          <div className={classes.state} role="status" aria-label={t('loading')}>
            <Loader size="sm" />
          </div>
        )}
        {answer !== undefined &&
          (isAgenda ? (
            <Agenda events={events} today={today} />
          ) : (
            <MonthView month={month} today={today} events={events} onAdd={setAdding} onTurn={turn} />
          ))}
      </div>
    </div>
  );
}

type KindFilterProps = {
  hidden: ReadonlySet<CalendarKind>;
  onChange: (hidden: ReadonlySet<CalendarKind>) => void;
  isVaultOpen: boolean;
};

function KindFilter({ hidden, onChange, isVaultOpen }: KindFilterProps) {
  const t = useTexts(calendarTexts);
  const kinds = calendarKindSchema.options.filter((kind) => isVaultOpen || !isPrivate({ kind }));
  const toggle = (kind: CalendarKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    onChange(next);
  };
  return (
    <div className={classes.kinds} role="group" aria-label={t('kinds')}>
      {kinds.map((kind) => (
        <Checkbox
          key={kind}
          size="xs"
          label={t(`kind-${kind}`)}
          checked={!hidden.has(kind)}
          onChange={() => toggle(kind)}
        />
      ))}
    </div>
  );
}

function ExportMenu({ isVaultOpen }: { isVaultOpen: boolean }) {
  const t = useTexts(calendarTexts);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<Icon name="export" size={14} />}>
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void exportCalendar(false)}>{t('export')}</Menu.Item>
        <Menu.Item
          disabled={!isVaultOpen}
          rightSection={isVaultOpen ? undefined : <span className={classes.hint}>{t('lockedExport')}</span>}
          onClick={() => void exportCalendar(true)}
        >
          {t('exportPrivate')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function keptOf(query: string, today: string): Kept {
  const params = new URLSearchParams(query);
  const month = params.get('month') ?? '';
  return {
    month: isPeriodLabel('month', month) ? month : today.slice(0, 7),
    isAgenda: params.get('view') === 'agenda',
  };
}

function queryOf({ month, isAgenda }: Kept): string {
  return new URLSearchParams({ month, ...(isAgenda && { view: 'agenda' }) }).toString();
}
