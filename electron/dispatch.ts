/**
 * Takes a call from any host to its handler: own keys of the contract only, input parsed, answer in
 * the envelope `Result`. Nothing gets past it by throwing, and a store that is busy is waited for.
 */
import { type Contract, contract, type Method, type Output, type ParsedInput } from '../shared/contract.ts';
import { AppError, type Result } from '../shared/errors.ts';
import { formatMessage, message } from '../shared/messages.ts';
import { issueMessage, pathText } from '../shared/schema-issue.ts';
import { BusyCalls } from './busy-calls.ts';

/** One handler for each method; a missing one does not compile. `caller` is the client that asks. */
export type Handlers = {
  [M in Method]: (input: ParsedInput<M>, caller: string) => Output<M> | Promise<Output<M>>;
};

export type Dispatch = (method: string, input: unknown, clientId: string) => Promise<Result<unknown>>;

/**
 * @param log where bugs are written, with their stack
 * @param understand turns what a library throws into an AppError where that is an expected failure
 * @param calls tries those again that found the store busy
 * @param isPrivate whether a call may have to do with what is private: then a bug is logged without its message, which
 *   may quote it
 */
export function buildDispatch(
  handlers: Handlers,
  log: (line: string) => void,
  understand: (error: unknown) => unknown = (error) => error,
  calls: Pick<BusyCalls, 'run'> = new BusyCalls(() => false),
  isPrivate: (method: string) => boolean = () => false,
): Dispatch {
  return async (method, input, clientId) => {
    // It may be locked by the time that the bug shows.
    const wasPrivate = isPrivate(method);
    try {
      if (!isMethod(method)) throw new AppError('unknown-method', message('host.unknownMethod', { method }));
      return { ok: true, value: await calls.run(() => handle(handlers, method, input, clientId)) };
    } catch (thrown) {
      const error = understand(thrown);
      if (error instanceof AppError) {
        return { ok: false, error: { code: error.code, message: error.said, details: error.details } };
      }
      log(`${method}: ${wasPrivate || isPrivate(method) ? placeOf(error) : stackOf(error)}`);
      return { ok: false, error: { code: 'internal', message: message('host.internal'), details: {} } };
    }
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Where it was thrown, without what it says. */
function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, message: said, stack = '' } = error;
  const head = said === '' ? name : `${name}: ${said}`;
  return stack.startsWith(head) ? `${name}${stack.slice(head.length)}` : name;
}

function isMethod(method: unknown): method is Method {
  return typeof method === 'string' && Object.hasOwn(contract, method);
}

function handle<M extends Method>(
  handlers: Handlers,
  method: M,
  input: unknown,
  clientId: string,
): Output<M> | Promise<Output<M>> {
  const handler: Handlers[M] = handlers[method];
  return handler(parseInput(method, input), clientId);
}

function parseInput<M extends Method>(method: M, input: unknown): ParsedInput<M> {
  const schema: Contract[M]['input'] = contract[method].input;
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data as ParsedInput<M>;
  const [issue] = parsed.error.issues;
  const said = issueMessage(issue);
  throw new AppError('invalid-input', said, { method, where: pathText(issue.path), reason: formatMessage(said, 'en') });
}
