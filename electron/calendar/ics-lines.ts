/**
 * The lines of an iCalendar file (RFC 5545, 3.1) and the components that they make.
 *
 *     readIcs('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY;LANGUAGE=zh:发布\r\n …')
 *
 * A line that begins with a blank goes on the one before. What does not hang together says at which line of the file.
 */
import { type Message, message } from '../../shared/messages.ts';

export type IcsProperty = {
  /** Of the file, from 1. */
  line: number;
  /** In capitals. */
  name: string;
  /** Names in capitals. */
  params: ReadonlyMap<string, string>;
  /** As it stands there, still escaped. */
  value: string;
};

export type IcsComponent = { line: number; name: string; properties: IcsProperty[]; components: IcsComponent[] };
export type IcsFault = { line: number; reason: Message };

/** The components of the file, those inside of others with them; and what was left out. */
export function readIcs(text: string): { components: IcsComponent[]; faults: IcsFault[] } {
  const faults: IcsFault[] = [];
  const root: IcsComponent = { line: 0, name: '', properties: [], components: [] };
  const open = [root];
  for (const logical of unfolded(text)) {
    const property = propertyOf(logical);
    const inside = open[open.length - 1];
    if (property === null) {
      faults.push({ line: logical.line, reason: message('calendar.badLine', { text: logical.text.slice(0, 60) }) });
    } else if (property.name === 'BEGIN') {
      const name = property.value.trim().toUpperCase();
      open.push({ line: property.line, name, properties: [], components: [] });
    } else if (property.name !== 'END') {
      inside.properties.push(property);
    } else if (inside.name === property.value.trim().toUpperCase() && inside !== root) {
      open.pop();
      open[open.length - 1].components.push(inside);
    } else {
      faults.push({ line: property.line, reason: message('calendar.strayEnd', { name: property.value.trim() }) });
    }
  }
  for (const unclosed of open.slice(1)) {
    // What is whole inside of it still counts.
    root.components.push(...unclosed.components);
    faults.push({ line: unclosed.line, reason: message('calendar.unclosed', { name: unclosed.name }) });
  }
  return { components: root.components, faults };
}

export function findProperty({ properties }: IcsComponent, name: string): IcsProperty | undefined {
  return properties.find((property) => property.name === name);
}

/** A text value (3.3.11) as people read it. */
export function textOfIcs(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character) => (character.toLowerCase() === 'n' ? '\n' : character));
}

export function icsText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

const LONGEST_LINE = 75;
const encoder = new TextEncoder();

/** The line with its end, folded so that no part is longer than 75 octets and none ends within a character. */
export function foldedLine(line: string): string {
  const parts: string[] = [];
  let [part, length] = ['', 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > LONGEST_LINE) {
      parts.push(part);
      // The blank that a part after the first begins with counts.
      [part, length] = ['', 1];
    }
    part += character;
    length += octets;
  }
  return `${[...parts, part].join('\r\n ')}\r\n`;
}

type LogicalLine = { line: number; text: string };

function* unfolded(text: string): Generator<LogicalLine> {
  let last: LogicalLine | null = null;
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  for (const [at, line] of lines.entries()) {
    if (last !== null && (line.startsWith(' ') || line.startsWith('\t'))) {
      last.text += line.slice(1);
      continue;
    }
    if (last !== null) yield last;
    last = line.trim() === '' ? null : { line: at + 1, text: line };
  }
  if (last !== null) yield last;
}

const NAME = /^[A-Za-z0-9-]+/;
const PARAM = /;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)((?:,(?:"[^"]*"|[^";:,]*))*)/y;

function propertyOf({ line, text }: LogicalLine): IcsProperty | null {
  const [name] = NAME.exec(text) ?? [];
  if (name === undefined) return null;
  const params = new Map<string, string>();
  let at = name.length;
  for (;;) {
    PARAM.lastIndex = at;
    const found = PARAM.exec(text);
    if (found === null) break;
    params.set(found[1].toUpperCase(), found[2].replace(/^"|"$/g, ''));
    at = PARAM.lastIndex;
  }
  return text[at] === ':' ? { line, name: name.toUpperCase(), params, value: text.slice(at + 1) } : null;
}
