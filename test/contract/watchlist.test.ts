/** Securities and lists as a host calls for them: the reports' as they come, the user's own, and what every edit does. */
import { describe, expect, it } from 'vitest';
import type { Output } from '../../shared/contract.ts';
import { formatMessage } from '../../shared/messages.ts';
import { TestWorkbench } from './workbench-for-test.ts';

const title = (text: string) => ({ zh: text, en: text });
const NO_NOTE = title('');

async function contentOf(workbench: TestWorkbench, listId: string): Promise<string[]> {
  return outline(await workbench.call('getWatchList', { listId }));
}

/** A line for each group and entry, in order and indented as they lie in each other. */
function outline({ groups, entries }: Output<'getWatchList'>): string[] {
  const within = (parentId: string | null, indent: string): string[] => [
    ...entries
      .filter(({ groupId }) => groupId === (parentId ?? ''))
      .toSorted((a, b) => a.position - b.position)
      .map(({ securityId }) => indent + securityId),
    ...groups
      .filter((group) => group.parentId === parentId)
      .toSorted((a, b) => a.position - b.position)
      .flatMap((group) => [`${indent}${group.title.zh}:`, ...within(group.id, `${indent}  `)]),
  ];
  return within(null, '');
}

/** A list with groups 甲 (with 乙 in it) and 丙, and three stocks in 甲. */
async function ownList(workbench: TestWorkbench) {
  const { listId } = await workbench.call('putList', { title: title('我的'), note: NO_NOTE });
  const group = async (name: string, parentId: string | null) =>
    (await workbench.call('putGroup', { listId, parentId, title: title(name) })).groupId;
  const first = await group('甲', null);
  const inner = await group('乙', first);
  const second = await group('丙', null);
  const entries = ['688111.SH', '300033.SZ', '0268.HK'].map((securityId) => ({ securityId }));
  await workbench.call('addEntries', { listId, groupId: first, entries });
  return { listId, first, inner, second };
}

describe('what comes with the program', () => {
  it('are the lists of the reports, each with its source, group by group', async () => {
    const workbench = new TestWorkbench();
    const { lists } = await workbench.call('listWatchLists', {});
    expect(lists.map(({ id, sourceId, origin, entryCount }) => [id, sourceId, origin, entryCount])).toEqual([
      ['report/000', '000', 'bundled', 10],
      ['report/002', '002', 'bundled', 8],
      ['report/004', '004', 'bundled', 27],
    ]);
    expect((await contentOf(workbench, 'report/004')).slice(0, 6)).toEqual([
      '应用:',
      '  办公软件:',
      '    688111.SH',
      '    688095.SH',
      '    300634.SZ',
      '  多模态:',
    ]);
    const { entries, securities } = await workbench.call('getWatchList', { listId: 'report/004' });
    expect(entries.find(({ securityId }) => securityId === '300634.SZ')).toMatchObject({
      factId: '004/6/watchlist:richinfo',
      note: { zh: '通信团队覆盖' },
    });
    expect(securities.find(({ id }) => id === '688111.SH')).toMatchObject({
      name: { zh: '金山办公' },
      confidence: 'recalled',
      entityId: 'kingsoft-office',
    });
  });

  it('stays as it is', async () => {
    const workbench = new TestWorkbench();
    const listId = 'report/004';
    const groupId = 'report/004/基础设施';
    const entries = [{ groupId, securityId: '688041.SH' }];
    const refusals = [
      await workbench.refusal('putList', { listId, title: title('x'), note: NO_NOTE }),
      await workbench.refusal('deleteList', { listId }),
      await workbench.refusal('putGroup', { listId, title: title('x') }),
      await workbench.refusal('deleteGroup', { groupId }),
      await workbench.refusal('addEntries', { listId, entries: [{ securityId: '688111.SH' }] }),
      await workbench.refusal('moveEntries', { listId, entries, groupId: '', afterId: null }),
      await workbench.refusal('removeEntries', { listId, entries }),
    ];
    expect(refusals.map(({ message }) => message.key)).toEqual(Array(7).fill('watchlist.listBundled'));
    expect((await workbench.refusal('deleteSecurity', { securityId: '688111.SH' })).message.key).toBe(
      'watchlist.securityBundled',
    );
  });

  it('comes again after an update, but what the user changed of a security stays', async () => {
    const workbench = new TestWorkbench();
    const securityId = '688111.SH';
    const securityOf = async () => (await workbench.call('listSecurities', {})).find(({ id }) => id === securityId);
    const before = await securityOf();
    const { name, code, exchange, entityId } = before ?? { name: title('') };
    const security = { name, code, exchange, entityId, sector: title('办公') };
    await workbench.call('putSecurity', { securityId, security });
    workbench.store.db.exec(
      "UPDATE facts_state SET bundled_hash = ''; DELETE FROM watch_entry WHERE list_id = 'report/002'",
    );
    workbench.restart();
    expect(await contentOf(workbench, 'report/002')).toHaveLength(10);
    expect(await securityOf()).toMatchObject({ origin: 'own', sector: title('办公'), entityId: 'kingsoft-office' });
    await workbench.call('undoWatchlist', {});
    expect(await securityOf()).toEqual(before);
  });
});

describe('a bundled security that the user changed', () => {
  it('is put back to what comes with the program, its tags kept, and that is taken back', async () => {
    const workbench = new TestWorkbench();
    const securityId = '688111.SH';
    const securityOf = async () => (await workbench.call('listSecurities', {})).find(({ id }) => id === securityId);
    await workbench.call('setTags', { tags: [{ securityId, tags: ['focus'] }] });
    const before = await securityOf();
    const { code, exchange } = before ?? {};
    await workbench.call('putSecurity', { securityId, security: { name: title('改过'), code, exchange } });
    expect(await securityOf()).toMatchObject({ origin: 'own', name: title('改过'), tags: ['focus'] });
    const { tags: _, ...bundled } = before ?? { tags: [] };
    expect(await workbench.call('findBundledSecurity', { securityId })).toEqual(bundled);
    const { state } = await workbench.call('resetSecurity', { securityId });
    expect(await securityOf()).toEqual(before);
    expect(state.undo && formatMessage(state.undo, 'en')).toBe('Reset Kingsoft Office');
    await workbench.call('undoWatchlist', {});
    expect(await securityOf()).toMatchObject({ origin: 'own', name: title('改过') });
    workbench.restart();
    await workbench.call('redoWatchlist', {});
    expect(await securityOf()).toEqual(before);
  });

  it('is not put back to a code that another one has by now; one of the user’s own has nothing to be put back to', async () => {
    const workbench = new TestWorkbench();
    const securityId = '688111.SH';
    await workbench.call('putSecurity', { securityId, security: { name: title('无码') } });
    const other = { name: title('占用'), code: '688111', exchange: 'SH' as const };
    const { security } = await workbench.call('putSecurity', { security: other });
    const refusals = [
      await workbench.refusal('resetSecurity', { securityId }),
      await workbench.refusal('resetSecurity', { securityId: security.id }),
      await workbench.refusal('resetSecurity', { securityId: 'none' }),
    ];
    expect(refusals.map(({ message }) => message.key)).toEqual([
      'watchlist.codeTaken',
      'watchlist.nothingToReset',
      'watchlist.securityNotFound',
    ]);
    expect(await workbench.call('findBundledSecurity', { securityId: security.id })).toBeNull();
  });
});

describe('lists of the user’s own', () => {
  it('lie beside the reports’, with nested groups', async () => {
    const workbench = new TestWorkbench();
    const { listId } = await ownList(workbench);
    expect(await contentOf(workbench, listId)).toEqual([
      '甲:',
      '  688111.SH',
      '  300033.SZ',
      '  0268.HK',
      '  乙:',
      '丙:',
    ]);
    const { lists } = await workbench.call('listWatchLists', {});
    expect(lists.at(-1)).toMatchObject({ id: listId, origin: 'own', sourceId: '', entryCount: 3 });
  });

  it('can be copies of a report’s, facts and notes included', async () => {
    const workbench = new TestWorkbench();
    const { listId } = await workbench.call('duplicateList', { listId: 'report/004', title: title('副本') });
    expect(await contentOf(workbench, listId)).toEqual(await contentOf(workbench, 'report/004'));
    const { entries } = await workbench.call('getWatchList', { listId });
    expect(entries.find(({ securityId }) => securityId === '300634.SZ')).toMatchObject({
      note: { zh: '通信团队覆盖' },
    });
    await workbench.call('deleteList', { listId });
    expect((await workbench.refusal('getWatchList', { listId })).code).toBe('not-found');
    await workbench.call('undoWatchlist', {});
    expect(await contentOf(workbench, listId)).toEqual(await contentOf(workbench, 'report/004'));
  });

  it.each<[string, string[], 'first' | 'inner' | '', string | null, string[]]>([
    ['down', ['688111.SH'], 'first', '300033.SZ', ['甲:', '  300033.SZ', '  688111.SH', '  0268.HK', '  乙:', '丙:']],
    ['to the top', ['0268.HK'], 'first', null, ['甲:', '  0268.HK', '  688111.SH', '  300033.SZ', '  乙:', '丙:']],
    [
      'behind one that moves too',
      ['688111.SH', '300033.SZ'],
      'first',
      '300033.SZ',
      ['甲:', '  688111.SH', '  300033.SZ', '  0268.HK', '  乙:', '丙:'],
    ],
    [
      'into a group',
      ['300033.SZ', '688111.SH'],
      'inner',
      null,
      ['甲:', '  0268.HK', '  乙:', '    300033.SZ', '    688111.SH', '丙:'],
    ],
    ['out of all groups', ['300033.SZ'], '', null, ['300033.SZ', '甲:', '  688111.SH', '  0268.HK', '  乙:', '丙:']],
  ])('let entries be moved %s', async (_, securityIds, to, afterId, expected) => {
    const workbench = new TestWorkbench();
    const own = await ownList(workbench);
    const entries = securityIds.map((securityId) => ({ groupId: own.first, securityId }));
    const groupId = to === '' ? '' : own[to];
    await workbench.call('moveEntries', { listId: own.listId, entries, groupId, afterId });
    expect(await contentOf(workbench, own.listId)).toEqual(expected);
  });

  it('keep one entry where one stands in the group already', async () => {
    const workbench = new TestWorkbench();
    const { listId, first, second } = await ownList(workbench);
    await workbench.call('addEntries', { listId, groupId: second, entries: [{ securityId: '688111.SH' }] });
    await workbench.call('addEntries', { listId, groupId: second, entries: [{ securityId: '688111.SH' }] });
    const entries = [{ groupId: first, securityId: '688111.SH' }];
    await workbench.call('moveEntries', { listId, entries, groupId: second, afterId: null });
    expect(await contentOf(workbench, listId)).toEqual([
      '甲:',
      '  300033.SZ',
      '  0268.HK',
      '  乙:',
      '丙:',
      '  688111.SH',
    ]);
  });

  it('keep what a group held when it is dissolved, and let groups change places', async () => {
    const workbench = new TestWorkbench();
    const { listId, first, inner, second } = await ownList(workbench);
    await workbench.call('moveGroup', { groupId: second, parentId: null, afterId: null });
    expect((await contentOf(workbench, listId))[0]).toBe('丙:');
    await workbench.call('moveGroup', { groupId: second, parentId: inner, afterId: null });
    await workbench.call('addEntries', { listId, entries: [{ securityId: '688111.SH' }] });
    await workbench.call('deleteGroup', { groupId: first });
    expect(await contentOf(workbench, listId)).toEqual(['688111.SH', '300033.SZ', '0268.HK', '乙:', '  丙:']);
    await workbench.call('undoWatchlist', {});
    expect(await contentOf(workbench, listId)).toEqual([
      '688111.SH',
      '甲:',
      '  688111.SH',
      '  300033.SZ',
      '  0268.HK',
      '  乙:',
      '    丙:',
    ]);
  });

  it('refuse what cannot be', async () => {
    const workbench = new TestWorkbench();
    const { listId, first, inner } = await ownList(workbench);
    const other = await workbench.call('putList', { title: title('别的'), note: NO_NOTE });
    const said = async (method: Parameters<TestWorkbench['refusal']>[0], input: unknown) =>
      (await workbench.refusal(method, input)).message.key;
    expect(await said('moveGroup', { groupId: first, parentId: inner, afterId: null })).toBe(
      'watchlist.groupIntoItself',
    );
    expect(await said('putGroup', { listId: other.listId, parentId: first, title: title('x') })).toBe(
      'watchlist.groupNotFound',
    );
    expect(await said('putList', { title: title(' '), note: NO_NOTE })).toBe('watchlist.titleEmpty');
    expect(await said('addEntries', { listId, entries: [{ securityId: 'none' }] })).toBe('watchlist.securityNotFound');
    expect(await said('removeEntries', { listId, entries: [{ groupId: '', securityId: '688111.SH' }] })).toBe(
      'watchlist.entryNotFound',
    );
    let parentId = inner;
    for (let level = 3; level <= 8; level += 1) {
      parentId = (await workbench.call('putGroup', { listId, parentId, title: title(`${level}`) })).groupId;
    }
    expect(await said('putGroup', { listId, parentId, title: title('9') })).toBe('watchlist.groupTooDeep');
  });

  it('take every edit back, after a restart too, and tell the others', async () => {
    const workbench = new TestWorkbench();
    const { listId, first } = await ownList(workbench);
    const states = [await contentOf(workbench, listId)];
    const entries = [{ groupId: first, securityId: '300033.SZ' }];
    workbench.events.length = 0;
    await workbench.call('removeEntries', { listId, entries }, 'me');
    expect(workbench.events).toMatchObject([
      { event: { event: 'watchlistEdited', listIds: [listId], securityIds: ['300033.SZ'] }, except: 'me' },
    ]);
    states.push(await contentOf(workbench, listId));
    workbench.restart();
    const undone = await workbench.call('undoWatchlist', {});
    expect(undone?.state.redo).toMatchObject({ key: 'watchlist.editEntryRemoved', params: { nameZh: '同花顺' } });
    expect(await contentOf(workbench, listId)).toEqual(states[0]);
    await workbench.call('redoWatchlist', {});
    expect(await contentOf(workbench, listId)).toEqual(states[1]);
    for (let more = await workbench.call('undoWatchlist', {}); more !== null; )
      more = await workbench.call('undoWatchlist', {});
    expect((await workbench.call('listWatchLists', {})).lists).toHaveLength(3);
    expect(workbench.store.db.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('securities of the user’s own', () => {
  const DRAFT = { code: '601360', exchange: 'SH' as const, name: { zh: '三六零', en: '360' } };

  it('get an entity, so that facts can be about them, or join the one of their name', async () => {
    const workbench = new TestWorkbench();
    const { security } = await workbench.call('putSecurity', { security: DRAFT });
    expect(security).toMatchObject({
      id: '601360.SH',
      origin: 'own',
      kind: 'stock',
      currency: 'CNY',
      confidence: 'verified',
    });
    const entities = await workbench.call('listEntities', { kind: 'organisation' });
    expect(entities.find(({ id }) => id === security.entityId)?.name.zh).toBe('三六零');
    const joined = await workbench.call('putSecurity', {
      security: { code: 'BIDU', exchange: 'US', name: title('百度') },
    });
    expect(joined.security).toMatchObject({ id: 'BIDU.US', entityId: 'baidu', currency: 'USD' });
  });

  it('go with their entity when taken back, unless a fact hangs from it', async () => {
    const workbench = new TestWorkbench();
    const { security } = await workbench.call('putSecurity', { security: DRAFT });
    const there = async () =>
      (await workbench.call('listEntities', { kind: 'organisation' })).some(({ id }) => id === security.entityId);
    await workbench.call('undoWatchlist', {});
    expect(await there()).toBe(false);
    await workbench.call('redoWatchlist', {});
    await workbench.call('addFact', {
      draft: { sourceId: '004', subject: security.entityId, metric: 'rating', text: '买入', printed: '买入' },
    });
    await workbench.call('undoWatchlist', {});
    expect([await there(), (await workbench.call('listSecurities', {})).some(({ id }) => id === security.id)]).toEqual([
      true,
      false,
    ]);
  });

  it('are deleted only where nothing hangs from them', async () => {
    const workbench = new TestWorkbench();
    const { listId } = await ownList(workbench);
    const { securityIds } = await workbench.call('addEntries', { listId, entries: [{ draft: DRAFT }] });
    expect(securityIds).toEqual(['601360.SH']);
    await workbench.call('setTags', { tags: [{ securityId: '601360.SH', tags: ['安全'] }] });
    expect((await workbench.refusal('deleteSecurity', { securityId: '601360.SH' })).message.key).toBe(
      'watchlist.usedBy.list',
    );
    await workbench.call('removeEntries', { listId, entries: [{ groupId: '', securityId: '601360.SH' }] });
    await workbench.call('deleteSecurity', { securityId: '601360.SH' });
    await workbench.call('undoWatchlist', {});
    expect((await workbench.call('listSecurities', {})).find(({ id }) => id === '601360.SH')?.tags).toEqual(['安全']);
  });

  it.each<[string, object, string]>([
    ['no name', { name: title('  ') }, 'watchlist.nameEmpty'],
    ['the code of another', { code: '688111', exchange: 'SH', name: title('x') }, 'watchlist.codeTaken'],
    ['an entity that is not there', { name: title('x'), entityId: 'none' }, 'fact.entityNotFound'],
  ])('are refused with %s', async (_, security, key) => {
    expect((await new TestWorkbench().refusal('putSecurity', { security })).message.key).toBe(key);
  });

  it('bear tags, set for several at once', async () => {
    const workbench = new TestWorkbench();
    const tags = ['688111.SH', '300033.SZ'].map((securityId) => ({ securityId, tags: ['重点', ' 重点 ', 'AI'] }));
    await workbench.call('setTags', { tags });
    const tagsOf = async () =>
      (await workbench.call('listSecurities', {})).filter((each) => each.tags.length > 0).map((each) => each.tags);
    expect(await tagsOf()).toEqual([
      ['AI', '重点'],
      ['AI', '重点'],
    ]);
    await workbench.call('undoWatchlist', {});
    expect(await tagsOf()).toEqual([]);
  });
});

describe('pasted lines', () => {
  const NEW = (code: string, exchange: string, name: string) => ({ code, exchange, name: title(name) });

  it.each<[string, string | null, object | null, string | null]>([
    ['688111.SH', '688111.SH', null, null],
    ['sh688111', '688111.SH', null, null],
    ['688111', '688111.SH', null, null],
    ['６８８１１１．ＳＨ', '688111.SH', null, null],
    ['688111.SS', '688111.SH', null, null],
    ['00700.HK', '0700.HK', null, null],
    ['700 HK', '0700.HK', null, null],
    ['NVDA.O', 'NVDA.US', null, null],
    ['nvda', 'NVDA.US', null, null],
    ['金山办公', '688111.SH', null, null],
    ['kingsoft  office', '688111.SH', null, null],
    ['阿里', '9988.HK', null, null],
    ['688111\t金山办公', '688111.SH', null, null],
    ['金山办公(688111.SH)', '688111.SH', null, null],
    ['688111,用友网络', null, null, 'watchlist.lineDiffers'],
    ['601360 三六零', null, NEW('601360', 'SH', '三六零'), null],
    ['601360.SH', null, null, 'watchlist.lineWithoutName'],
    ['832000 某公司', null, null, 'watchlist.lineExchange'],
    ['832000.BJ 某公司', null, NEW('832000', 'BJ', '某公司'), null],
    ['金山办工', null, NEW('', 'other', '金山办工'), 'watchlist.lineUnknown'],
    ['沪深300', '000300.SH', null, null],
  ])('%s', async (text, securityId, draft, problem) => {
    const { lines } = await new TestWorkbench().call('readSecurities', { text });
    expect(lines).toMatchObject([{ line: 1, printed: text, securityId, draft, problem: problem && { key: problem } }]);
  });

  it('may have a heading, empty lines and repetitions', async () => {
    const text = '代码\t名称\r\n688111\t金山办公\r\n\r\n金山办公\r\n';
    const { lines } = await new TestWorkbench().call('readSecurities', { text });
    expect(lines.map(({ line, securityId, problem }) => [line, securityId, problem])).toEqual([
      [2, '688111.SH', null],
      [4, '688111.SH', { key: 'watchlist.lineAgain', params: { before: 2 } }],
    ]);
  });
});

it('keeps views of lists', async () => {
  const workbench = new TestWorkbench();
  const view = { id: 'v1', title: '评级', spec: { columns: ['last', 'ratings'] } };
  const kept = await workbench.call('putWatchView', { view });
  workbench.restart();
  expect(await workbench.call('listWatchViews', {})).toEqual([kept]);
  await workbench.call('deleteWatchView', { viewId: 'v1' });
  expect(await workbench.call('listWatchViews', {})).toEqual([]);
  expect((await workbench.refusal('deleteWatchView', { viewId: 'v1' })).code).toBe('not-found');
});

describe('the search', () => {
  it.each<[string, string]>([
    ['688111', '688111.SH'],
    ['688111.sh', '688111.SH'],
    ['金山', '688111.SH'],
    ['kingsoft off', '688111.SH'],
    ['阿里云', '9988.HK'], // a name of the company, not of the security
    ['沪深300', '000300.SH'],
    ['CSI 300', '000300.SH'],
    ['计算机行业', 'industry/computer'],
  ])('finds a security by %s', async (text, id) => {
    const { hits } = await new TestWorkbench().call('search', { text, kinds: ['security'] });
    expect(hits[0]).toMatchObject({ kind: 'security', id });
  });

  it.each<[string, string]>([
    ['应用与基础设施', 'report/004'],
    ['two kinds of firms', 'report/002'],
    ['国信证券', 'report/000'],
  ])('finds a list by %s', async (text, id) => {
    const { hits } = await new TestWorkbench().call('search', { text, kinds: ['list'] });
    expect(hits.map((hit) => hit.id)).toContain(id);
  });

  it('finds a group with the list that it is shown in', async () => {
    const workbench = new TestWorkbench();
    const { hits } = await workbench.call('search', { text: '多模态', kinds: ['list', 'group'] });
    expect(hits.map(({ kind, title, detail }) => [kind, title.zh, detail.zh])).toEqual([
      ['group', '多模态', '天风证券：应用与基础设施'],
    ]);
    const [description] = await workbench.call('describeObjects', { refs: [`group:${hits[0].id}`] });
    expect(description).toMatchObject({ state: 'there', title: { zh: '多模态' }, within: 'list:report/004' });
  });

  it('follows edits, and takes what is typed for words only', async () => {
    const workbench = new TestWorkbench();
    const found = async (text: string) =>
      (await workbench.call('search', { text, kinds: ['security', 'list'] })).hits.map(({ id }) => id);
    const security = { code: '601360', exchange: 'SH' as const, name: { zh: '三六零', en: '' }, aliases: ['奇虎 360'] };
    await workbench.call('putSecurity', { security });
    expect([await found('奇虎'), await found('601360')]).toEqual([['601360.SH'], ['601360.SH']]);
    const { listId } = await workbench.call('putList', { title: title('端侧'), note: NO_NOTE });
    expect(await found('端侧')).toEqual([listId]);
    expect([await found('%'), await found('_'), await found("'; DROP TABLE security")]).toEqual([[], [], []]);
  });
});
