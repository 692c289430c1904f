/** The calendar out to a file and in from one; what was not taken of a file is kept until it is closed. */
import { create } from 'zustand';
import type { EventsImport } from '../../../shared/calendar.ts';
import { call } from '../../api.ts';
import { calendarTexts } from '../../calendar/calendar-texts.ts';
import { takeBack } from '../../calendar/edit-event.ts';
import { saveFile } from '../../charts/save-file.ts';
import { seriesWereEdited } from '../../series/series-store.ts';
import { showFailure, showNotice, showUndoable } from '../../shell/notices.tsx';
import { usePreferences } from '../../shell/preferences.ts';
import { chooseFile } from '../../ui/file-input.ts';

type ImportDone = { fileName: string; found: EventsImport };

export const useCalendarImport = create<{ done: ImportDone | null }>(() => ({ done: null }));

export function importCalendar(): void {
  chooseFile('.ics,text/calendar', (file) => void take(file));
}

async function take(file: File): Promise<void> {
  try {
    const found = await call('importEvents', { base64: await base64Of(file), mode: 'import' });
    seriesWereEdited();
    useCalendarImport.setState({ done: { fileName: file.name, found } });
    const { added, changed, unchanged } = found;
    if (added.length + changed.length === 0) {
      showNotice(calendarTexts.nothingNew, { unchanged });
      return;
    }
    const counts = { added: added.length, changed: changed.length, unchanged };
    const undo = () =>
      takeBack(
        changed.map(({ former }) => former),
        added.map(({ id }) => id),
      );
    showUndoable(calendarTexts.imported, counts, () => void undo());
  } catch (failure) {
    showFailure(failure);
  }
}

export async function exportCalendar(withPrivate: boolean): Promise<void> {
  try {
    const { language } = usePreferences.getState();
    const { text, count } = await call('exportEvents', { language, withPrivate });
    saveFile(new Blob([text], { type: 'text/calendar' }), 'plumbline.ics');
    showNotice(calendarTexts.exported, { count });
  } catch (failure) {
    showFailure(failure);
  }
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}
