/**
 * Where a text stops being JSON. `JSON.parse` says whether, but says where only sometimes and in
 * English; this is asked after it has refused.
 */

/** Line and column count from 1. `truncated`: the text is right so far but ends early. */
export type JsonFault = { line: number; column: number; truncated: boolean };

const SPACE = /[ \t\r\n]*/y;
const TOKEN =
  /[[\]{},:]|true|false|null|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** A token that the end of the text cuts off. */
const CUT =
  /(?:t(?:r(?:u)?)?|f(?:a(?:l(?:s)?)?)?|n(?:u(?:l)?)?|"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*(?:\\(?:u[0-9a-fA-F]{0,3})?)?|-)?$/y;

/** The first fault, or null where the text is JSON. */
export function findJsonFault(text: string): JsonFault | null {
  const open: string[] = [];
  let expected = 'value';
  let offset = 0;
  const match = (pattern: RegExp) => {
    pattern.lastIndex = offset;
    return pattern.exec(text)?.[0];
  };
  const faultHere = (truncated: boolean): JsonFault => {
    const before = text.slice(0, offset);
    return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), truncated };
  };
  for (;;) {
    offset += match(SPACE)?.length ?? 0;
    if (offset === text.length) return expected === 'end' ? null : faultHere(true);
    const token = match(TOKEN);
    if (token === undefined) return faultHere(expected !== 'end' && match(CUT) !== undefined);
    const next = step(expected, token, open);
    if (next === null) return faultHere(false);
    expected = next;
    offset += token.length;
  }
}

/** What may follow `token`, or null where it is out of place. */
function step(expected: string, token: string, open: string[]): string | null {
  const isText = token.startsWith('"');
  const inObject = open.at(-1) === '{';
  const closed = () => {
    open.pop();
    return open.length === 0 ? 'end' : 'comma';
  };
  switch (expected) {
    case 'value':
    case 'first-element':
      if (token === ']' && expected === 'first-element') return closed();
      if (token === '{' || token === '[') {
        open.push(token);
        return token === '{' ? 'first-key' : 'first-element';
      }
      if (/^[\]},:]/.test(token)) return null;
      return open.length === 0 ? 'end' : 'comma';
    case 'first-key':
      if (token === '}') return closed();
      return isText ? 'colon' : null;
    case 'key':
      return isText ? 'colon' : null;
    case 'colon':
      return token === ':' ? 'value' : null;
    case 'comma':
      if (token === ',') return inObject ? 'key' : 'value';
      return token === (inObject ? '}' : ']') ? closed() : null;
    default:
      return null;
  }
}
