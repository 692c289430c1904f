/** The calendar and risks through the workbench: what is in it from where, files in and out, and what stays private. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { CalendarEvent } from '../../shared/calendar.ts';
import { formatMessage } from '../../shared/messages.ts';
import { PLAIN_EVENT } from '../../shared/series.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const PASSPHRASE = 'plumb 铅垂线 hangs true 7';
const OWN = {
  ...PLAIN_EVENT,
  id: 'event/1',
  date: '2024-08-20',
  time: '09:30',
  title: { zh: '中报', en: 'interim report' },
  note: '电话会\n9:30',
  subjectId: 'kingsoft-office',
};

let workbench: TestWorkbench;

beforeEach(() => {
  workbench = new TestWorkbench();
  workbench.moment = '2024-07-01T12:00:00.000Z';
});

const kinds = (events: CalendarEvent[]) => [...new Set(events.map(({ kind }) => kind))].sort();
const importOf = (text: string, mode: 'dry-run' | 'import' = 'import') =>
  workbench.call('importEvents', { base64: Buffer.from(text).toString('base64'), mode });

async function withPrivate(): Promise<void> {
  await workbench.call('createVault', { passphrase: PASSPHRASE });
  const thesis = {
    claim: 'CANARY',
    about: ['security:688111.SH'],
    condition: '1 = 2',
    due: '2024-09-30',
    probability: null,
    note: '',
  };
  await workbench.call('putThesis', { thesis });
}

test('it has facts, own events, lapsing ratings, and what is private only while the vault is open', async () => {
  await workbench.call('putEvent', { event: OWN });
  await withPrivate();
  expect(kinds(await workbench.call('listCalendar', {}))).toEqual(['fact', 'own', 'rating', 'thesis']);
  await workbench.call('lockVault', {});
  const locked = await workbench.call('listCalendar', {});
  expect(kinds(locked)).toEqual(['fact', 'own', 'rating']);
  expect(JSON.stringify(locked)).not.toContain('CANARY');
  expect(kinds(await workbench.call('listCalendar', { kinds: ['own', 'thesis'] }))).toEqual(['own']);
});

test('of a security it has what is its own, its company’s and its theses’', async () => {
  await workbench.call('putEvent', { event: OWN });
  await workbench.call('putEvent', { event: { ...OWN, id: 'event/2', subjectId: '', securityId: '688111.SH' } });
  await workbench.call('putEvent', { event: { ...OWN, id: 'event/3', subjectId: 'foxit' } });
  await withPrivate();
  const found = await workbench.call('listCalendar', { securityId: '688111.SH', from: '2024-07-01' });
  expect(found.map(({ id, kind }) => (kind === 'own' ? id : kind))).toEqual(['event/1', 'event/2', 'thesis']);
});

test.each<[what: string, event: object, said: RegExp]>([
  ['on no day', { date: '2024-02-30' }, /no day/],
  ['without a title', { title: { zh: ' ', en: '' } }, /title/],
  ['that ends before it begins', { endDate: '2024-08-19' }, /ends before/],
  ['that ends the same day too early', { endTime: '09:00' }, /ends before/],
  ['with an end and no beginning', { time: '', endTime: '10:00' }, /none at which it begins/],
])('an event %s is refused', async (_, event, said) => {
  const refusal = await workbench.refusal('putEvent', { event: { ...OWN, ...event } });
  expect(formatMessage(refusal.message, 'en')).toMatch(said);
  expect((await workbench.call('listCalendar', {})).filter(({ kind }) => kind === 'own')).toEqual([]);
});

describe('a file', () => {
  const FILE = [
    'BEGIN:VCALENDAR',
    'X-WR-CALNAME:业绩',
    'BEGIN:VEVENT',
    'UID:a@b',
    'DTSTART;VALUE=DATE:20240820',
    'SUMMARY:中报',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:c@d',
    'DTSTART:nonsense',
    'SUMMARY:x',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\n');

  test('is tried, taken, and changes nothing the second time', async () => {
    expect(await importOf(FILE, 'dry-run')).toMatchObject({
      name: '业绩',
      added: [{ id: 'a@b' }],
      faults: [{ line: 10 }],
    });
    expect((await workbench.call('listCalendar', { from: '2024-08-20' })).filter(({ kind }) => kind === 'own')).toEqual(
      [],
    );
    await importOf(FILE);
    expect(await importOf(FILE)).toMatchObject({ added: [], changed: [], unchanged: 1 });
  });

  test('that moves an event keeps what was said of it here, and is taken back', async () => {
    await importOf(FILE);
    const [event] = (await workbench.call('listCalendar', {})).filter(({ id }) => id === 'a@b');
    const known = { ...OWN, ...PLAIN_EVENT, id: 'a@b', date: event.date, title: event.title };
    await workbench.call('putEvent', { event: known });
    const moved = await importOf(FILE.replace('20240820', '20240822'));
    expect(moved.changed).toEqual([{ former: known, event: { ...known, date: '2024-08-22' } }]);
    await workbench.call('editEvents', { put: moved.changed.map(({ former }) => former), drop: [] });
    const again = (await workbench.call('listCalendar', {})).find(({ id }) => id === 'a@b');
    expect(again).toMatchObject({ date: '2024-08-20', subjectId: 'kingsoft-office' });
  });

  test.each<[what: string, text: string, code: string]>([
    ['that is none', '<html>', 'invalid-file'],
    ['that is empty', '', 'invalid-file'],
  ])('%s is refused', async (_, text, code) => {
    const base64 = Buffer.from(text).toString('base64');
    expect(await workbench.refusal('importEvents', { base64, mode: 'import' })).toMatchObject({ code });
  });

  test('that was exported here changes nothing here, and is whole elsewhere', async () => {
    await workbench.call('putEvent', { event: OWN });
    const { text, count } = await workbench.call('exportEvents', { language: 'zh' });
    expect(await importOf(text)).toMatchObject({ added: [], changed: [], unchanged: count, faults: [] });
    const elsewhere = new TestWorkbench();
    const found = await elsewhere.call('importEvents', {
      base64: Buffer.from(text).toString('base64'),
      mode: 'import',
    });
    expect(found.added).toContainEqual({ ...OWN, subjectId: '', title: { zh: '中报', en: '中报' } });
  });

  test('has what is private only when that is asked for and the vault is open', async () => {
    await withPrivate();
    const plain = await workbench.call('exportEvents', { language: 'zh' });
    expect(plain.text).not.toContain('CANARY');
    const whole = await workbench.call('exportEvents', { language: 'zh', withPrivate: true });
    expect(whole.text).toContain('CANARY');
    // It is not brought back into what is not private.
    expect(await importOf(whole.text)).toMatchObject({
      added: [],
      faults: [{ reason: { key: 'calendar.isPrivate' } }],
    });
    await workbench.call('lockVault', {});
    expect(await workbench.refusal('exportEvents', { language: 'zh', withPrivate: true })).toMatchObject({
      code: 'vault-locked',
    });
  });
});

test('a security stands in its lists, with the words of the report', async () => {
  const [place] = await workbench.call('listPlaces', { securityId: '688111.SH' });
  expect(place).toMatchObject({ listId: 'report/004', sourceId: '004', factId: '004/6/watchlist:kingsoft-office' });
  expect(place.groups.map(({ title }) => title.zh)).toEqual(['应用', '办公软件']);
  expect(place.wording).toContain('金山办公');
  expect(await workbench.call('listPlaces', { securityId: 'nowhere' })).toEqual([]);
});

describe('risks', () => {
  const TARGET = 'security:688111.SH';
  const blank = { target: TARGET, text: '', probability: null, impact: null, isChecked: false, note: '' };

  test('of the reports are facts, and are assessed once for each target', async () => {
    const risks = await workbench.call('listReportRisks', {});
    expect(risks.map(({ text }) => text)).toContain('大模型研发进展不及预期');
    await workbench.call('createVault', { passphrase: PASSPHRASE });
    const { factId } = risks[0];
    const first = await workbench.call('putRiskAssessment', {
      assessment: { ...blank, factId, probability: 2, impact: 4 },
    });
    const again = await workbench.call('putRiskAssessment', {
      assessment: { ...blank, factId, probability: 3, impact: 4 },
    });
    expect(again.id).toBe(first.id);
    const own = await workbench.call('putRiskAssessment', { assessment: { ...blank, factId: null, text: '汇率' } });
    const other = { ...blank, target: 'security:0268.HK', factId };
    await workbench.call('putRiskAssessment', { assessment: other });
    expect(await workbench.call('listRiskAssessments', { target: TARGET })).toMatchObject([
      { probability: 3 },
      { text: '汇率' },
    ]);
    const deleted = await workbench.call('deleteRiskAssessment', { assessmentId: own.id });
    await workbench.call('putRiskAssessment', { assessment: deleted });
    expect(await workbench.call('listRiskAssessments', {})).toHaveLength(3);
  });

  test('are refused where they are none, and private where the vault is locked', async () => {
    await workbench.call('createVault', { passphrase: PASSPHRASE });
    expect(await workbench.refusal('putRiskAssessment', { assessment: { ...blank, factId: null } })).toMatchObject({
      code: 'invalid-value',
    });
    expect(
      await workbench.refusal('putRiskAssessment', { assessment: { ...blank, factId: '000/nowhere' } }),
    ).toMatchObject({ code: 'not-found' });
    await workbench.call('lockVault', {});
    expect(await workbench.refusal('listRiskAssessments', {})).toMatchObject({ code: 'vault-locked' });
  });
});
