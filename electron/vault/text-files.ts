/**
 * The vault as plain files that anybody can read, and back: every record a Markdown file with its fields in front,
 * images as images, former texts of notes as one line of JSON each.
 *
 *     notes/豆包的日活 3f2a91c0.md     ratings/… theses/… risks/…     images/ID.png     history.jsonl
 *
 * A field in front is `name: JSON`, which is YAML too. A Markdown file from elsewhere becomes a note of its text.
 */
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/messages.ts';
import { imagesOf, titleOf } from '../../shared/note-text.ts';
import type { Note, NoteImage } from '../../shared/notes.ts';
import type { VaultKind } from '../../shared/vault.ts';
import { idFrom } from './merge-records.ts';
import { type AnyRecord, readRecord } from './sealed-record.ts';

export type TextFiles = Record<string, Uint8Array>;

/** Where a kind lies, and which field is its text. */
const FOLDERS: Partial<Record<VaultKind, { folder: string; text: string; title: string }>> = {
  note: { folder: 'notes', text: 'text', title: 'title' },
  ownRating: { folder: 'ratings', text: 'note', title: 'securityId' },
  thesis: { folder: 'theses', text: 'note', title: 'claim' },
  riskAssessment: { folder: 'risks', text: 'note', title: 'text' },
};
const HISTORY = 'history.jsonl';
const ENDINGS: Record<NoteImage['mediaType'], string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};
const FENCE = '---\n';

export function textFilesOf(records: Iterable<AnyRecord>): TextFiles {
  const files: TextFiles = {};
  const history: string[] = [];
  const endings = new Map<string, string>();
  const all = [...records];
  for (const { kind, record } of all) {
    if (kind !== 'noteImage') continue;
    const { id, mediaType, base64 } = record as NoteImage;
    endings.set(id, ENDINGS[mediaType]);
    files[`images/${id}.${ENDINGS[mediaType]}`] = Buffer.from(base64, 'base64');
  }
  for (const { kind, record } of all) {
    const place = FOLDERS[kind];
    if (kind === 'noteImage') continue;
    if (place === undefined) {
      history.push(JSON.stringify({ kind, record }));
      continue;
    }
    const fields = Object.entries(record);
    const text = String(fields.find(([name]) => name === place.text)?.[1] ?? '');
    const title = String(fields.find(([name]) => name === place.title)?.[1] ?? '');
    const front = fields
      .filter(([name]) => name !== place.text)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
      .join('');
    const shown = text.replace(/\(image:([0-9a-f-]{36})\)/gu, (whole, id) =>
      endings.has(id) ? `(../images/${id}.${endings.get(id)})` : whole,
    );
    files[`${place.folder}/${stemOf(title)} ${record.id.slice(0, 8)}.md`] = Buffer.from(
      `${FENCE}plumbline: ${JSON.stringify(kind)}\n${front}${FENCE}${shown}`,
    );
  }
  if (history.length > 0) files[HISTORY] = Buffer.from(`${history.join('\n')}\n`);
  return files;
}

/** @param now ISO 8601 in UTC. Throws AppError 'invalid-file'. */
export function recordsOfTextFiles(files: TextFiles, now: string): AnyRecord[] {
  const images = new Map(Object.entries(files).flatMap(([path, bytes]) => imageOf(path, bytes)));
  const records: AnyRecord[] = [...images.values()].map((record) => ({ kind: 'noteImage', record }));
  let isText = false;
  for (const [path, bytes] of Object.entries(files)) {
    if (path.endsWith(HISTORY)) {
      for (const line of decode(bytes).split('\n')) if (line !== '') records.push(ofJson(line, path));
    } else if (/\.(md|markdown)$/i.test(path)) {
      isText = true;
      records.push(recordOf(path, decode(bytes), images, now));
    }
  }
  if (!isText && records.length === 0) throw new AppError('invalid-file', message('vault.fileNotText'));
  return records;
}

function recordOf(path: string, written: string, images: ReadonlyMap<string, NoteImage>, now: string): AnyRecord {
  const text = written.replace(/\r\n?/g, '\n').replace(/^\uFEFF/, '');
  const ofRelative = (body: string) =>
    body.replace(/\]\((?!\w+:)([^()\s]+)\)/gu, (whole, link) => {
      const image = images.get(resolved(path, link));
      return image === undefined ? whole : `](image:${image.id})`;
    });
  const end = text.startsWith(`${FENCE}plumbline: `) ? text.indexOf(`\n${FENCE}`) : -1;
  if (end < 0) return plainNote(path, ofRelative(text), now);
  const fields: Record<string, unknown> = {};
  for (const line of text.slice(FENCE.length, end).split('\n')) {
    const at = line.indexOf(': ');
    fields[line.slice(0, at)] = parsed(line.slice(at + 2), path, line.slice(0, at));
  }
  const { plumbline: kind, ...record } = fields;
  const place = typeof kind === 'string' && Object.hasOwn(FOLDERS, kind) ? FOLDERS[kind as VaultKind] : undefined;
  if (place === undefined) throw badFront(path, 'plumbline');
  record[place.text] = ofRelative(text.slice(end + 1 + FENCE.length));
  // What was edited elsewhere has another title, perhaps, and images of its own.
  if (kind === 'note') Object.assign(record, ofText(String(record.text)));
  const read = readRecord({ kind, record });
  if (read === null) throw badFront(path, String(kind));
  return read;
}

/** The same text of the same file is the same note, however often it is taken in. */
function plainNote(path: string, text: string, now: string): AnyRecord {
  const { title, images } = ofText(text);
  const note: Note = {
    id: idFrom('text', { path, text }),
    title:
      title ||
      stemOf(
        path
          .split('/')
          .at(-1)
          ?.replace(/\.\w+$/, '') ?? '',
      ),
    text,
    about: [],
    createdAt: now,
    updatedAt: now,
    deletedAt: null,
    revision: 1,
    versions: [],
    images,
  };
  return { kind: 'note', record: note };
}

function ofText(text: string): Pick<Note, 'title' | 'images'> {
  return { title: titleOf(text), images: imagesOf(text) };
}

function imageOf(path: string, bytes: Uint8Array): [path: string, image: NoteImage][] {
  const ending = path.split('.').at(-1)?.toLowerCase().replace('jpeg', 'jpg');
  const [mediaType] = Object.entries(ENDINGS).find(([, known]) => known === ending) ?? [];
  if (mediaType === undefined) return [];
  const base64 = Buffer.from(bytes).toString('base64');
  const [, known] = /(?:^|\/)images\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.\w+$/.exec(path) ?? [];
  const image = { mediaType: mediaType as NoteImage['mediaType'], base64 };
  return [[path, { id: known ?? idFrom('image', image), ...image }]];
}

/** `notes/a.md` and `../images/b.png` give `images/b.png`. */
function resolved(path: string, link: string): string {
  const steps = path.split('/').slice(0, -1);
  for (const step of decoded(link).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    // A percent sign that is none of an address.
    return link;
  }
}

function ofJson(line: string, path: string): AnyRecord {
  const read = readRecord(Object(parsed(line, path, 'JSON')));
  if (read === null) throw badFront(path, 'kind');
  return read;
}

function parsed(text: string, file: string, field: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw badFront(file, field);
  }
}

function badFront(file: string, field: string): AppError {
  return new AppError('invalid-file', message('vault.badFrontMatter', { file, field }));
}

function decode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

/** A name that every file system takes. */
function stemOf(title: string): string {
  const safe = title.replace(/[\p{Cc}<>:"/\\|?*#%]+/gu, ' ').replace(/\s+/g, ' ');
  return (
    safe
      .slice(0, 60)
      .toWellFormed()
      .trim()
      .replace(/[. ]+$/, '') || '-'
  );
}
