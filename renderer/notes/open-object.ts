/** Where a reference leads: the screen or panel of the object. */
import { parseFigureRef } from '../../shared/live-figures.ts';
import { objectRef, parseObjectRef } from '../../shared/object-ref.ts';
import { call } from '../api.ts';
import { screenOf } from '../charts/screen-of-series.ts';
import { openFact } from '../facts/open-fact.ts';
import { showFailure, showNotice } from '../shell/notices.tsx';
import { exhibitRoute, goTo } from '../shell/routes.ts';
import { notesTexts } from './notes-texts.ts';

export function openObject(ref: string): void {
  const object = parseObjectRef(ref);
  if (object === null) return;
  const { kind, id } = object;
  const [first] = id.split('/', 1);
  switch (kind) {
    case 'fact':
      openFact(id);
      break;
    case 'source':
      goTo({ screen: 'sources', sourceId: id });
      break;
    case 'exhibit':
      goTo(exhibitRoute(first, id));
      break;
    case 'sheet':
    case 'line':
    case 'cell':
      goTo({ screen: 'sheet', sheetId: first });
      break;
    case 'note':
      goTo({ screen: 'notes', query: `note=${encodeURIComponent(id)}` });
      break;
    case 'series':
      openSeries(id).catch(showFailure);
      break;
    case 'entity':
      goTo({ screen: 'search', query: `subject=${encodeURIComponent(id)}` });
      break;
    case 'security':
      goTo({ screen: 'security', securityId: id });
      break;
    case 'list':
      goTo({ screen: 'watchlist', query: new URLSearchParams({ list: id }).toString() });
      break;
    case 'group':
      openGroup(id).catch(showFailure);
  }
}

/** Its list, at the group. */
async function openGroup(groupId: string): Promise<void> {
  const ref = objectRef('group', groupId);
  const [{ within }] = await call('describeObjects', { refs: [ref] });
  const list = within === null ? null : parseObjectRef(within);
  if (list === null) showNotice(notesTexts.goneObject, { ref });
  else goTo({ screen: 'watchlist', query: new URLSearchParams({ list: list.id, group: groupId }).toString() });
}

/** The source of a live figure. */
export function openFigure(ref: string): void {
  const figure = parseFigureRef(ref);
  if (figure?.kind === 'fact') openFact(figure.factId);
  if (figure?.kind === 'series') openSeries(figure.seriesId).catch(showFailure);
  if (figure?.kind === 'sheet') goTo({ screen: 'sheet', sheetId: figure.sheetId });
}

async function openSeries(seriesId: string): Promise<void> {
  const [series, organisations] = await Promise.all([
    call('listSeries', {}),
    call('listEntities', { kind: 'organisation' }),
  ]);
  const wanted = series.find(({ id }) => id === seriesId);
  if (wanted === undefined) return;
  const kind = organisations.some(({ id }) => id === wanted.subjectId) ? 'organisation' : undefined;
  goTo({ screen: screenOf(wanted, kind), query: new URLSearchParams({ s: seriesId }).toString() });
}
