/** What the screen of notes keeps of itself in the address: `#/notes?note=ID&trash`. Nothing of a note's text. */
export type NotesAddress = { noteId: string; isInTrash: boolean };

export function readAddress(query = ''): NotesAddress {
  const params = new URLSearchParams(query);
  return { noteId: params.get('note') ?? '', isInTrash: params.has('trash') };
}

export function writeAddress({ noteId, isInTrash }: NotesAddress): string {
  const said = [noteId === '' ? '' : `note=${encodeURIComponent(noteId)}`, isInTrash ? 'trash' : ''];
  return said.filter((part) => part !== '').join('&');
}
