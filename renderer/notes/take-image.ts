/** Images that are pasted, dropped or chosen: into the vault, and as `![](image:ID)` into the text. */
import type { EditorView } from '@codemirror/view';
import { formatMessage, message } from '../../shared/messages.ts';
import { LARGEST_IMAGE } from '../../shared/notes.ts';
import { call } from '../api.ts';
import { Refusal } from '../shell/refusal.ts';

export function imagesAmong(files: FileList | undefined): File[] {
  return [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
}

/** Throws a CallError or Refusal of an image that is not taken; those before it are in the text. */
export async function takeImages(view: EditorView, files: readonly File[]): Promise<void> {
  for (const file of files) {
    if (file.size > LARGEST_IMAGE) throw tooLarge(file.size);
    const { id } = await call('addImage', { base64: await base64Of(file) });
    const alt = file.name.replace(/\.[^.]*$/u, '').replace(/[[\]\n]/gu, ' ');
    view.dispatch(view.state.replaceSelection(`![${alt === 'image' ? '' : alt}](image:${id})\n`), {
      userEvent: 'input.paste',
      scrollIntoView: true,
    });
  }
}

function tooLarge(bytes: number): Refusal {
  const said = message('note.imageTooLarge', {
    size: Math.ceil(bytes / 100_000) / 10,
    most: LARGEST_IMAGE / 1_000_000,
  });
  return new Refusal({ zh: formatMessage(said, 'zh'), en: formatMessage(said, 'en') });
}

function base64Of(file: File): Promise<string> {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}
