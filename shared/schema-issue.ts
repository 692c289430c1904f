/**
 * What a schema (zod) finds wrong, as a message in both languages that names the place.
 * Used where input from outside is parsed: at dispatch and in sheet files.
 */
import type { z } from 'zod';
import { type Message, message } from './messages.ts';

type Issue = z.core.$ZodIssue;

/** `lines[3].cells.base`; '' for the whole. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

export function issueMessage(issue: Issue): Message {
  const innermost = closestIssue(issue);
  const where = pathText(innermost.path) || '/';
  switch (innermost.code) {
    case 'invalid_type':
      return message('sheet.inputType', { where, expected: innermost.expected });
    case 'unrecognized_keys':
      return message('sheet.inputKey', { where, key: innermost.keys[0] ?? '' });
    case 'too_small':
      return message('sheet.inputSmall', { where, minimum: Number(innermost.minimum) });
    case 'too_big':
      return message('sheet.inputBig', { where, maximum: Number(innermost.maximum) });
    case 'invalid_value':
      return message('sheet.inputValue', { where, values: innermost.values.map(String).join(', ') });
    default:
      return message('sheet.inputForm', { where });
  }
}

/** Of a union, the alternative that came closest: the one whose fault lies deepest. */
function closestIssue(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors.flat().map((each) => closestIssue({ ...each, path: [...issue.path, ...each.path] }));
  const [closest] = inner.toSorted((a, b) => b.path.length - a.path.length);
  return closest ?? issue;
}
