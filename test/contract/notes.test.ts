/** Private notes as a host calls them: refused, saved, kept in versions, thrown away, linked and found. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoteHead } from '../../shared/notes.ts';
import { sheetOf } from './sheet-for-test.ts';
import { openedVault, unlock } from './vault-for-test.ts';
import type { TestWorkbench } from './workbench-for-test.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes as string).toString('base64');

let workbench: TestWorkbench;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-02T03:04:05Z') });
  workbench = await openedVault();
});
afterEach(() => vi.useRealTimers());

const minutes = (count: number) => vi.setSystemTime(Date.now() + count * 60_000);
const put = (text: string, of: Partial<NoteHead> = {}, client = 'one') =>
  workbench.call(
    'putNote',
    { noteId: of.id ?? randomUUID(), revision: of.revision ?? 0, text, about: of.about ?? [] },
    client,
  );
const titles = (notes: readonly { title: string }[]) => notes.map(({ title }) => title);
const versionsOf = async (noteId: string) => {
  const versions = await workbench.call('listVersions', { noteId });
  const texts = versions.map(async ({ id }) => (await workbench.call('getVersion', { noteId, versionId: id })).text);
  return Promise.all(texts);
};

describe('what is refused, and loses nothing', () => {
  it('a locked vault, and none at all', async () => {
    const { id } = await put('kept');
    await workbench.call('lockVault', {});
    for (const [method, input] of [
      ['listNotes', {}],
      ['getNote', { noteId: id }],
      ['putNote', { noteId: id, revision: 1, text: 'x', about: [] }],
      ['deleteNotes', { noteIds: [id] }],
      ['searchNotes', { text: 'kept' }],
      ['listBacklinks', { ref: `note:${id}` }],
      ['getImage', { imageId: id }],
      ['addImage', { base64: base64(PNG) }],
    ] as const) {
      expect([method, (await workbench.refusal(method, input)).code]).toEqual([method, 'vault-locked']);
    }
    expect(await workbench.call('describeObjects', { refs: [`note:${id}`] })).toEqual([
      { ref: `note:${id}`, state: 'locked', title: { zh: '', en: '' }, within: null },
    ]);
    await unlock(workbench);
    expect(await workbench.call('getNote', { noteId: id })).toMatchObject({ text: 'kept' });
  });

  it('a text that is too long, while 5 MB are taken', async () => {
    const long = '长文本 '.repeat(1_250_000);
    const note = await put(long);
    expect(note).toMatchObject({ length: 5_000_000 });
    expect(
      await workbench.refusal('putNote', { noteId: note.id, revision: 1, text: 'x'.repeat(8_000_001), about: [] }),
    ).toMatchObject({ code: 'invalid-value', message: { key: 'note.tooLong', params: { length: '8,000,001' } } });
    expect((await workbench.call('getNote', { noteId: note.id })).text).toBe(long);
    expect((await workbench.call('searchNotes', { text: '文本' })).hits).toMatchObject([
      { note: { id: note.id }, count: 10 },
    ]);
  });

  it('an edit that began from another state, with the state there is now', async () => {
    const first = await put('theirs and mine');
    const theirs = await put('theirs', first, 'one');
    const refused = await workbench.refusal('putNote', {
      noteId: first.id,
      revision: first.revision,
      text: 'mine',
      about: [],
    });
    expect(refused).toMatchObject({ code: 'edited-elsewhere', details: { revision: theirs.revision } });
    // Who insists keeps the other window's text in the history.
    await put('mine', theirs, 'two');
    expect(await versionsOf(first.id)).toEqual(['theirs']);
  });

  it('an image that is none of the four kinds, or too large', async () => {
    const images: [what: string, bytes: Uint8Array | string, key: string][] = [
      ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'note.imageKind'],
      ['HTML that calls itself PNG', '<html>PNG</html>', 'note.imageKind'],
      ['nothing', '', 'note.imageKind'],
      ['a signature cut short', PNG.subarray(0, 7), 'note.imageKind'],
      ['more than 10 MB', Buffer.concat([PNG, Buffer.alloc(10_000_000)]), 'note.imageTooLarge'],
    ];
    for (const [what, bytes, key] of images) {
      const { code, message } = await workbench.refusal('addImage', { base64: base64(bytes) });
      expect([what, code, message.key]).toEqual([what, 'invalid-file', key]);
    }
  });

  it('notes that are gone, in the trash, or not yet there', async () => {
    const gone = randomUUID();
    const refusals: [string, string, unknown][] = [
      ['getNote', 'not-found', { noteId: gone }],
      ['putNote', 'not-found', { noteId: gone, revision: 3, text: 'x', about: [] }],
      ['putNote', 'invalid-input', { noteId: '../../etc', revision: 0, text: 'x', about: [] }],
      ['putNote', 'invalid-input', { noteId: gone, revision: 0, text: 'x', about: ['nothing'] }],
      ['deleteNotes', 'not-found', { noteIds: [gone] }],
      ['getImage', 'not-found', { imageId: gone }],
    ];
    for (const [method, code, input] of refusals) {
      expect([method, (await workbench.refusal(method as 'getNote', input)).code]).toEqual([method, code]);
    }
    const note = await put('still here');
    expect((await workbench.refusal('purgeNotes', { noteIds: [note.id] })).message.key).toBe('note.notInTrash');
    expect(titles(await workbench.call('listNotes', {}))).toEqual(['still here']);
  });
});

it('forgets an image that no text shows, the next time the vault is opened', async () => {
  const { id: shown } = await workbench.call('addImage', { base64: base64(PNG) });
  const { id: unused } = await workbench.call('addImage', { base64: base64(PNG) });
  const note = await put(`![](image:${shown}) ![](image:${unused})`);
  await put(`![](image:${shown})`, note);
  workbench.restart();
  await unlock(workbench);
  const isThere = (imageId: string) =>
    workbench.call('getImage', { imageId }).then(
      () => true,
      () => false,
    );
  await vi.waitFor(async () => expect(await isThere(unused)).toBe(false), { timeout: 20_000 });
  expect(await isThere(shown)).toBe(true);
});

describe('versions', () => {
  it('are kept of each sitting, not of each stroke', async () => {
    const sittings: [what: string, steps: [minutes: number, client: string, text: string][], kept: string[]][] = [
      [
        'one sitting leaves none',
        [
          [0, 'one', 'a'],
          [1, 'one', 'ab'],
          [4, 'one', 'abc'],
        ],
        [],
      ],
      [
        'a pause keeps what stood before it',
        [
          [0, 'one', 'a'],
          [1, 'one', 'ab'],
          [6, 'one', 'abc'],
        ],
        ['ab'],
      ],
      [
        'another window keeps the first one’s text',
        [
          [0, 'one', 'a'],
          [1, 'two', 'ab'],
          [1, 'one', 'abc'],
        ],
        ['ab', 'a'],
      ],
      [
        'the same text again is no edit',
        [
          [0, 'one', 'a'],
          [60, 'two', 'a'],
        ],
        [],
      ],
      [
        'half an hour without a pause',
        [0, 4, 4, 4, 4, 4, 4, 4, 4].map((wait, at) => [wait, 'one', 'x'.repeat(at + 1)]),
        ['x'.repeat(8)],
      ],
      [
        'most of a text gone at once',
        [
          [0, 'one', 'word '.repeat(50)],
          [1, 'one', 'w'],
        ],
        ['word '.repeat(50)],
      ],
    ];
    for (const [what, steps, kept] of sittings) {
      let note: Partial<NoteHead> = {};
      for (const [wait, client, text] of steps) {
        minutes(wait);
        note = await put(text, note, client);
      }
      expect([what, await versionsOf(String(note.id))]).toEqual([what, kept]);
    }
  });

  it('come back, and what they replace is kept', async () => {
    const first = await put('first');
    minutes(10);
    const second = await put('second', first);
    const [{ id: versionId }] = await workbench.call('listVersions', { noteId: first.id });
    expect((await workbench.refusal('restoreVersion', { noteId: first.id, versionId, revision: 1 })).code).toBe(
      'edited-elsewhere',
    );
    const restored = await workbench.call('restoreVersion', { noteId: first.id, versionId, revision: second.revision });
    expect(restored.title).toBe('first');
    expect(await versionsOf(first.id)).toEqual(['second', 'first']);
    // Typed at once: the restored text is a state of its own.
    await put('third', restored);
    expect(await versionsOf(first.id)).toEqual(['first', 'second', 'first']);
    const other = await put('other');
    expect((await workbench.refusal('getVersion', { noteId: other.id, versionId })).message.key).toBe(
      'note.versionNotFound',
    );
  });
});

it('goes into the trash, comes back, and goes for good with what only it has', async () => {
  const [own, shared] = await Promise.all(
    [PNG, PNG].map((bytes) => workbench.call('addImage', { base64: base64(bytes) })),
  );
  const note = await put(`# a\n![](image:${own.id}) ![](image:${shared.id})`);
  minutes(10);
  await put('# a', note);
  await put(`# b\n![](image:${shared.id})`);
  const [{ id: versionId }] = await workbench.call('listVersions', { noteId: note.id });
  const listed = async (isInTrash: boolean) => titles(await workbench.call('listNotes', { isInTrash }));

  await workbench.call('deleteNotes', { noteIds: [note.id] });
  expect([await listed(false), await listed(true)]).toEqual([['b'], ['a']]);
  expect((await workbench.refusal('putNote', { noteId: note.id, revision: 3, text: 'x', about: [] })).message.key).toBe(
    'note.inTrash',
  );
  expect((await workbench.call('searchNotes', { text: 'a' })).total).toBe(0);
  expect((await workbench.call('searchNotes', { text: 'a', isInTrash: true })).total).toBe(1);
  await workbench.call('restoreNotes', { noteIds: [note.id] });
  expect(await listed(true)).toEqual([]);

  await workbench.call('deleteNotes', { noteIds: [note.id] });
  await workbench.call('purgeNotes', { noteIds: [note.id] });
  expect([await listed(false), await listed(true)]).toEqual([['b'], []]);
  expect((await workbench.refusal('getVersion', { noteId: note.id, versionId })).code).toBe('not-found');
  expect((await workbench.refusal('getImage', { imageId: own.id })).code).toBe('not-found');
  expect((await workbench.call('getImage', { imageId: shared.id })).base64).toBe(base64(PNG));
  expect((await workbench.call('getVaultStatus', {})).recordCount).toBe(2);
});

it('lists notes about an object and those that link to it', async () => {
  const ref = 'security:688111.SH';
  const about = await put('# about', { about: [ref] });
  minutes(1);
  const linking = await put(`# linking\n[[${ref}|金山]] {{series:capex/meta|yoy}} {{sheet:s/12}} [[note:${about.id}]]`);
  minutes(1);
  await put('# others\nsecurity:688111.SH [[security:688111.SHX]] {{series:capex/meta2}} {{sheet:s/123}}');
  const linked = async (to: string) => titles(await workbench.call('listBacklinks', { ref: to }));
  expect(titles(await workbench.call('listNotes', { about: ref }))).toEqual(['about']);
  expect(await linked(ref)).toEqual(['linking']);
  expect(await linked('series:capex/meta')).toEqual(['linking']);
  expect(await linked('line:s/12')).toEqual(['linking']);
  expect(await linked('sheet:s')).toEqual(['others', 'linking']);
  expect(await linked(`note:${about.id}`)).toEqual(['linking']);
  await workbench.call('deleteNotes', { noteIds: [linking.id] });
  expect(await linked(ref)).toEqual([]);
});

it('says what objects are called, and which are gone', async () => {
  const note = await put('# a note');
  const sheetId = await sheetOf(workbench, { 租金: {} });
  const { document } = await workbench.call('openSheet', { sheetId });
  const [line] = document.lines;
  const [scenario] = document.scenarios;
  const refs = {
    'source:002': /算力|模型|成本/,
    'exhibit:002/图表14': /./,
    'entity:gpt-4o': /^GPT-4o$/,
    [`sheet:${sheetId}`]: /^test$/,
    [`line:${sheetId}/${line.id}`]: /^test · 租金$/,
    [`cell:${sheetId}/${line.id}/${scenario.id}/`]: /^test · 租金 · /,
    [`note:${note.id}`]: /^a note$/,
  };
  const described = await workbench.call('describeObjects', { refs: Object.keys(refs) });
  for (const { ref, state, title } of described) {
    expect([ref, state]).toEqual([ref, 'there']);
    expect(title.en || title.zh).toMatch(refs[ref]);
  }
  await workbench.call('deleteNotes', { noteIds: [note.id] });
  const gone = [
    'fact:none',
    'series:none',
    'security:none',
    `line:${sheetId}/x`,
    `line:${sheetId}/999`,
    `note:${note.id}`,
  ];
  const states = await workbench.call('describeObjects', { refs: gone });
  expect(states.map(({ state }) => state)).toEqual(gone.map(() => 'gone'));
});

it('tells every window which notes have changed, and nothing of them', async () => {
  const note = await put('# a secret title', {}, 'one');
  await workbench.call('deleteNotes', { noteIds: [note.id] }, 'two');
  expect(workbench.events.filter(({ event }) => event.event === 'notesEdited')).toEqual([
    { event: { event: 'notesEdited', noteIds: [note.id] }, except: null },
    { event: { event: 'notesEdited', noteIds: [note.id] }, except: null },
  ]);
});

describe('search', () => {
  const found = async (text: string) =>
    (await workbench.call('searchNotes', { text })).hits.map(({ note: { title } }) => title);

  it('finds words of both languages, whatever their width, case and separators', async () => {
    const queries: [query: string, titles: string[]][] = [
      ['', []],
      ['  —', []],
      ['大模', ['大模型价格战', '旁注']],
      ['模型', ['大模型价格战', '旁注']],
      ['型', ['大模型价格战', '旁注']],
      ['豆包 dau', ['Doubao']],
      ['豆包DAU', ['Doubao']],
      ['通义降价', ['大模型价格战']],
      ['d', ['Doubao']],
      ['au', []],
      ['GPT4', ['旁注']],
      ['gpt-4o', ['旁注']],
      ['36512', ['旁注']],
      ['36,512', ['旁注']],
      ['ＤＡＵ', ['Doubao']],
      ['no such words', []],
    ];
    await put('# 大模型价格战\n通义与文心都降价了，大模型行业洗牌');
    await put('# 旁注\nGPT-4o 的大模型成本 36,512 GPU·h');
    await put('# Doubao\n豆包的 DAU 超过一千万，daut');
    for (const [query, expected] of queries) expect([query, await found(query)]).toEqual([query, expected]);
  });

  it('puts titles first, then what says it often, then the latest; with the words around it', async () => {
    const words = '很长的开头，'.repeat(30);
    for (const text of [
      '# once old\n资本开支',
      '# once new\n资本开支',
      `# often\n${words}资本开支、资本开支`,
      '# 资本开支\n',
    ]) {
      await put(text);
      minutes(1);
    }
    const { hits, total } = await workbench.call('searchNotes', { text: '资本开支', limit: 3 });
    expect(total).toBe(4);
    expect(hits.map(({ note }) => note.title)).toEqual(['资本开支', 'often', 'once new']);
    expect(hits[1]).toMatchObject({ count: 2, snippet: expect.stringMatching(/^….*资本开支、资本开支$/) });
  });

  it('follows edits and the lock', async () => {
    const note = await put('旧内容');
    await put('新内容', note);
    expect([await found('旧'), await found('新')]).toEqual([[], ['新内容']]);
    await workbench.call('lockVault', {});
    await unlock(workbench);
    expect(await found('内容')).toEqual(['新内容']);
  });
});
