/** Pasted lines with codes or names, one a line, or both with a tab, comma or blank between them: which securities they mean. */
import { inBoth } from '../../shared/both-languages.ts';
import { sameInBoth } from '../../shared/language.ts';
import { type Message, message } from '../../shared/messages.ts';
import type { Exchange, SecurityView } from '../../shared/securities.ts';
import { type ReadCode, readCode } from '../../shared/security-codes.ts';
import type { ReadLine } from '../../shared/watchlist-methods.ts';
import { keyOfSecurityName, listSecurities, securitiesByName } from '../store/securities.ts';
import type { Db } from '../store/sqlite.ts';

const HEADING = /^(证券|股票)?(代码|简称|名称)|^(code|ticker|symbol|name|security)\b/iu;
/** What stands between code and name. */
const BETWEEN = /[\t,，;；|()（）]|\s+/u;

type Known = { byName: Map<string, string[]>; byId: Map<string, SecurityView> };

/** A line for each that is not empty. `exchange` is that of codes which do not say theirs. */
export function readLines(db: Db, text: string, exchange?: Exchange): ReadLine[] {
  const known: Known = {
    byName: securitiesByName(db),
    byId: new Map(listSecurities(db).map((security) => [security.id, security])),
  };
  const lineOf = new Map<string, number>();
  const lines = text.split(/\r\n|\r|\n/).map((printed, at) => ({ line: at + 1, printed: printed.trim() }));
  const filled = lines.filter(({ printed }) => printed !== '');
  const [first] = filled;
  const body = first !== undefined && HEADING.test(first.printed) ? filled.slice(1) : filled;
  return body.map(({ line, printed }) => {
    const read = readLine(known, printed.slice(0, 400), exchange);
    const said = read.securityId ?? (read.draft && `${read.draft.code} ${read.draft.exchange} ${read.draft.name.zh}`);
    const before = said === null ? undefined : lineOf.get(said);
    if (said !== null && before === undefined) lineOf.set(said, line);
    const problem = before === undefined ? read.problem : message('watchlist.lineAgain', { before });
    return { line, printed, ...read, problem };
  });
}

type Read = Omit<ReadLine, 'line' | 'printed'>;

function readLine(known: Known, printed: string, exchange: Exchange | undefined): Read {
  const whole = found(known, printed, exchange);
  if (whole !== null) return whole;
  const { code, name } = divide(printed);
  if (code === null) return notKnown(name);
  const complete = { ...code, exchange: code.exchange ?? exchange ?? null };
  const ofCode = securityOfCode(known, complete);
  if (ofCode !== null)
    return agrees(known, ofCode, name) ? { ...NOTHING, securityId: ofCode.id } : differs(ofCode, name);
  if (complete.exchange === null) return refused(message('watchlist.lineExchange', { code: complete.code }));
  const said = { code: complete.code, exchange: complete.exchange };
  if (name === '') return refused(message('watchlist.lineWithoutName', said));
  return { ...NOTHING, draft: { ...said, name: sameInBoth(name), confidence: 'verified' } };
}

const NOTHING: Read = { securityId: null, draft: null, problem: null };

function refused(problem: Message): Read {
  return { ...NOTHING, problem };
}

/** The security of that name or code; null where there is none. */
function found(known: Known, text: string, exchange: Exchange | undefined): Read | null {
  const ids = known.byName.get(keyOfSecurityName(text)) ?? [];
  if (ids.length === 0) return null;
  const there = ids.filter((id) => known.byId.get(id)?.exchange === exchange);
  const candidates = there.length > 0 ? there : ids;
  if (candidates.length === 1) return { ...NOTHING, securityId: candidates[0] };
  const all = candidates.slice(0, 5).join(', ');
  return refused(message('watchlist.lineAmbiguous', { text, candidates: all }));
}

function divide(printed: string): { code: ReadCode | null; name: string } {
  const whole = readCode(printed);
  if (whole !== null) return { code: whole, name: '' };
  const parts = printed.split(BETWEEN).filter((part) => part !== '');
  const at = parts.findIndex((part) => readCode(part) !== null);
  if (at < 0) return { code: null, name: printed };
  return { code: readCode(parts[at]), name: parts.toSpliced(at, 1).join(' ') };
}

function securityOfCode({ byId }: Known, { code, exchange }: ReadCode): SecurityView | null {
  const all = [...byId.values()].filter((each) => each.code === code && each.exchange === (exchange ?? each.exchange));
  return all.length === 1 ? all[0] : null;
}

function agrees({ byName }: Known, security: SecurityView, name: string): boolean {
  return name === '' || (byName.get(keyOfSecurityName(name)) ?? [security.id]).includes(security.id);
}

/** The code of one and the name of another. */
function differs({ id, name: known }: SecurityView, name: string): Read {
  return refused(message('watchlist.lineDiffers', { id, name, ...inBoth('known', known) }));
}

/** A name that nothing bears may be mistyped: it is made only when the user says so. */
function notKnown(name: string): Read {
  const short = name.slice(0, 200);
  return {
    ...NOTHING,
    draft: { code: '', exchange: 'other', name: sameInBoth(short), confidence: 'verified' },
    problem: message('watchlist.lineUnknown', { name: short }),
  };
}
