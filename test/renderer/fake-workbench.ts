/**
 * A workbench for tests of the renderer: answers what `fetch` asks for with the methods given, each
 * typed by the contract; records what was called. A method that is not given fails the test.
 */
import { expect, vi } from 'vitest';
import type { Input, Method, Output } from '../../shared/contract.ts';
import { AppError, type Failure } from '../../shared/errors.ts';

type Methods = { [M in Method]?: (input: Input<M>) => Output<M> };

export type FakeWorkbench = {
  calls: { method: string; input: unknown }[];
  /** Inputs of the calls of one method. */
  inputsOf(method: Method): unknown[];
};

export function fakeWorkbench(methods: Methods): FakeWorkbench {
  const calls: FakeWorkbench['calls'] = [];
  vi.stubGlobal('EventSource', SilentEvents);
  vi.stubGlobal('fetch', async (url: string, { body }: { body: string }) => {
    const method = url.replace('/call/', '');
    const input: unknown = JSON.parse(body);
    calls.push({ method, input });
    expect(Object.keys(methods), `the test answers ${method}`).toContain(method);
    const answer = methods[method as Method] as (input: unknown) => unknown;
    return new Response(JSON.stringify(resultOf(() => answer(input))), {
      headers: { 'content-type': 'application/json' },
    });
  });
  return { calls, inputsOf: (method) => calls.filter((call) => call.method === method).map(({ input }) => input) };
}

function resultOf(answer: () => unknown): { ok: true; value: unknown } | { ok: false; error: Failure } {
  try {
    return { ok: true, value: answer() };
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown;
    return { ok: false, error: { code: thrown.code, message: thrown.said, details: thrown.details } };
  }
}

/** Stays open and says nothing. */
class SilentEvents {
  close(): void {
    // Nothing to close.
  }
}
