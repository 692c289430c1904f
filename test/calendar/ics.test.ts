/** iCalendar files in and out: what is read of which, at which line something is wrong, and that what goes out comes back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../electron/calendar/read-events.ts';
import { writeEvents } from '../../electron/calendar/write-events.ts';
import { formatMessage } from '../../shared/messages.ts';
import { labelAt } from '../../shared/periods.ts';

const TODAY = '2024-07-01';

function calendar(...lines: string[]): string {
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
}

const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1@x', 'SUMMARY:发布', ...lines, 'END:VEVENT'];

/** `2024-05-14 09:30 – 2024-05-15 10:00 title #id` */
function read(text: string): string[] {
  return readEvents(text, TODAY).events.map(({ date, time, endDate, endTime, title, id }) => {
    const [from, to] = [`${date} ${time}`, `${endDate} ${endTime}`].map((each) => each.trim());
    return `${from}${to && ` – ${to}`} ${title.zh} #${id}`;
  });
}

// Times of a zone are shown where the user is: as UTC here, wherever the test runs.
const here = (utc: string) => {
  const at = new Date(utc);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
};

const OUTLOOK_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Customized Time Zone',
  'BEGIN:STANDARD',
  'DTSTART:16011104T020000',
  'RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11',
  'TZOFFSETFROM:-0400',
  'TZOFFSETTO:-0500',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010311T020000',
  'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0400',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
];

test.each<[what: string, lines: string[], events: string[]]>([
  ['a whole day', event('DTSTART;VALUE=DATE:20240514'), ['2024-05-14 发布 #1@x']],
  [
    'a whole day with its end',
    event('DTSTART;VALUE=DATE:20240514', 'DTEND;VALUE=DATE:20240515'),
    ['2024-05-14 发布 #1@x'],
  ],
  [
    'several days',
    event('DTSTART;VALUE=DATE:20240514', 'DTEND;VALUE=DATE:20240517'),
    ['2024-05-14 – 2024-05-16 发布 #1@x'],
  ],
  ['days by their number', event('DTSTART;VALUE=DATE:20240514', 'DURATION:P2D'), ['2024-05-14 – 2024-05-15 发布 #1@x']],
  [
    'a time without a zone',
    event('DTSTART:20240514T093000', 'DTEND:20240514T110000'),
    ['2024-05-14 09:30 – 11:00 发布 #1@x'],
  ],
  [
    'a time that lasts',
    event('DTSTART:20240514T233000', 'DURATION:PT1H'),
    ['2024-05-14 23:30 – 2024-05-15 00:30 发布 #1@x'],
  ],
  ['a time in UTC', event('DTSTART:20240514T013000Z'), [`${here('2024-05-14T01:30:00Z')} 发布 #1@x`]],
  [
    'a time in a zone of the world',
    event('DTSTART;TZID="Asia/Shanghai":20240514T093000'),
    [`${here('2024-05-14T01:30:00Z')} 发布 #1@x`],
  ],
  [
    'summer time in a zone of the file',
    [...OUTLOOK_ZONE, ...event('DTSTART;TZID=Customized Time Zone:20240715T090000')],
    [`${here('2024-07-15T13:00:00Z')} 发布 #1@x`],
  ],
  [
    'winter time in it',
    [...OUTLOOK_ZONE, ...event('DTSTART;TZID=Customized Time Zone:20240115T090000')],
    [`${here('2024-01-15T14:00:00Z')} 发布 #1@x`],
  ],
  [
    'one that recurs',
    event('DTSTART;VALUE=DATE:20240514', 'RRULE:FREQ=WEEKLY;COUNT=3'),
    ['2024-05-14 发布 #1@x#2024-05-14', '2024-05-21 发布 #1@x#2024-05-21', '2024-05-28 发布 #1@x#2024-05-28'],
  ],
  [
    'but for exceptions',
    event('DTSTART;VALUE=DATE:20240514', 'RRULE:FREQ=WEEKLY;COUNT=3', 'EXDATE;VALUE=DATE:20240521'),
    ['2024-05-14 发布 #1@x#2024-05-14', '2024-05-28 发布 #1@x#2024-05-28'],
  ],
  [
    'the last Friday of a month',
    event('DTSTART:20240426T090000', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20240701T000000'),
    [
      '2024-04-26 09:00 发布 #1@x#2024-04-26',
      '2024-05-31 09:00 发布 #1@x#2024-05-31',
      '2024-06-28 09:00 发布 #1@x#2024-06-28',
    ],
  ],
  [
    'one of them that was moved',
    [
      ...event('DTSTART;VALUE=DATE:20240514', 'RRULE:FREQ=WEEKLY;COUNT=2'),
      ...event('DTSTART;VALUE=DATE:20240522', 'RECURRENCE-ID;VALUE=DATE:20240521'),
    ],
    ['2024-05-14 发布 #1@x#2024-05-14', '2024-05-22 发布 #1@x#2024-05-21'],
  ],
  ['a cancelled one', event('DTSTART;VALUE=DATE:20240514', 'STATUS:CANCELLED'), []],
  [
    'one without an id',
    ['BEGIN:VEVENT', 'SUMMARY:x', 'DTSTART:20240514', 'END:VEVENT'],
    ['2024-05-14 x #x/2024-05-14'],
  ],
  [
    'folded and escaped text',
    ['BEGIN:VEVENT', 'UID:1', 'DTSTART:20240514', 'SUMMARY:a\\, b', ' \\; c\\\\d\\n', '\te', 'END:VEVENT'],
    ['2024-05-14 a, b; c\\d e #1'],
  ],
  [
    'what is no event',
    [
      'BEGIN:VTODO',
      'SUMMARY:x',
      'END:VTODO',
      ...event('DTSTART:20240514', 'BEGIN:VALARM', 'TRIGGER:-PT15M', 'END:VALARM'),
    ],
    ['2024-05-14 发布 #1@x'],
  ],
])('%s', (_, lines, events) => {
  expect(read(calendar(...lines))).toEqual(events);
});

test('what recurs without end is taken for two years around today, and said', () => {
  const text = calendar(...event('DTSTART;VALUE=DATE:20100104', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=4'));
  const { events, remarks } = readEvents(text, TODAY);
  expect([events.length, events[0].date, events.at(-1)?.date]).toEqual([48, '2022-07-04', '2026-06-04']);
  expect(remarks.map(({ line, remark }) => `${line}: ${formatMessage(remark, 'en')}`)).toEqual([
    '7: “发布” recurs beyond that: the 48 occurrences within two years of today were taken.',
  ]);
});

test.each<[what: string, text: string, faults: RegExp[], left: number]>([
  ['a day that is none', calendar(...event('DTSTART;VALUE=DATE:20240231')), [/^6: “20240231” is no date/], 0],
  ['no beginning', calendar(...event()), [/^3: The event has no beginning/], 0],
  ['no title', calendar('BEGIN:VEVENT', 'DTSTART:20240514', 'END:VEVENT'), [/^3: The event has no title/], 0],
  ['an end before the beginning', calendar(...event('DTSTART:20240514', 'DTEND:20240501')), [/^3: It ends before/], 0],
  [
    'a zone that nobody knows',
    calendar(...event('DTSTART;TZID=Mars/Olympus:20240514T090000')),
    [/^6: The time zone “Mars\/Olympus”/],
    0,
  ],
  ['a rule that is none', calendar(...event('DTSTART:20240514', 'RRULE:FREQ=SOMETIMES')), [/^7: The rule/], 0],
  ['one of every second', calendar(...event('DTSTART:20240514', 'RRULE:FREQ=SECONDLY')), [/^7: The rule/], 0],
  [
    'a line without a colon, and what comes after it',
    calendar('rubbish', ...event('DTSTART:20240514')),
    [/^3: “rubbish” is not NAME:VALUE/],
    1,
  ],
  [
    'a file that ends too early',
    calendar(...event('DTSTART:20240514')).slice(0, -15),
    [/^1: BEGIN:VCALENDAR has no END/],
    1,
  ],
  [
    'an event that ends too early',
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240514',
    [/^1: /, /^2: BEGIN:VEVENT has no END/],
    0,
  ],
])('%s is told with its line', (_, text, faults, left) => {
  const found = readEvents(text, TODAY);
  expect(found.events).toHaveLength(left);
  const said = found.faults.map(({ line, reason }) => `${line}: ${formatMessage(reason, 'en')}`);
  expect(said).toHaveLength(faults.length);
  for (const [at, fault] of faults.entries()) expect(said[at]).toMatch(fault);
});

const day = fc.integer({ min: 0, max: 40_000 }).map((ordinal) => labelAt('day', ordinal));
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
/** What people write: Chinese, marks, line breaks, and characters outside of the basic plane. */
const words = fc
  .array(fc.constantFrom('豆包', 'DAU', '，', ',', ';', ':', '\\', '"', '🀄', 'é', ' x', '超过一千万', '\\n', '='), {
    minLength: 1,
    maxLength: 60,
  })
  .map((parts) => parts.join(''));
const events = fc.array(
  fc
    .record({ date: day, last: day, time: fc.option(time), endTime: fc.option(time), title: words, note: words })
    .map(({ date, last, time: begins, endTime, title, note }) => {
      const endDate = last > date ? last : '';
      const isTimed = begins !== null && endTime !== null && (endDate !== '' || endTime > begins);
      const shown = title.replace(/\s+/g, ' ').trim();
      return {
        date,
        // A moment has no last day.
        endDate: begins === null || isTimed ? endDate : '',
        time: begins ?? '',
        endTime: isTimed ? endTime : '',
        title: { zh: shown, en: shown },
        note: `${note}\n${note}`,
        subjectId: '',
        securityId: '',
      };
    }),
  { maxLength: 8 },
);

describe('what is written', () => {
  test('comes back as it was, whatever is in it', () => {
    fc.assert(
      fc.property(events, (made) => {
        const written = made.map((each, at) => ({ ...each, id: `event/${at}` }));
        const text = writeEvents(written, 'zh', '2024-07-01T00:00:00.000Z');
        const { events: found, faults } = readEvents(text, TODAY);
        expect(faults).toEqual([]);
        expect(found.map(({ line: _, ...each }) => each)).toEqual(written);
      }),
    );
  });

  test('has lines of 75 octets at most, each whole characters and ended by CRLF', () => {
    fc.assert(
      fc.property(events, (made) => {
        const text = writeEvents(
          made.map((each, at) => ({ ...each, id: `event/${at}` })),
          'zh',
          '2024-07-01T00:00:00.000Z',
        );
        expect(text.endsWith('\r\n')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
