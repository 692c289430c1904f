/**
 * The renderer's way to the workbench: `call(method, input)` and `onEvent(listener)`.
 *
 * In the window they go over the bridge of the preload script, in a browser tab over HTTP and
 * server-sent events to the loopback host that served the page. A failure that the workbench expects
 * arrives as a `CallError` with its code and message; so does a host that cannot be reached.
 */
import type { Bridge, MenuCommand } from '../shared/bridge.ts';
import type { Input, Method, Output, WorkbenchEvent } from '../shared/contract.ts';
import type { ErrorCode, Failure, Result } from '../shared/errors.ts';
import { type Message, type MessageKey, message } from '../shared/messages.ts';
import { PACKED_HEADER, unpackRows } from '../shared/packed-rows.ts';

declare global {
  interface Window {
    plumbline?: Bridge;
  }
}

export class CallError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.message.key}`);
    this.name = 'CallError';
    this.failure = failure;
  }

  get code(): ErrorCode {
    return this.failure.code;
  }

  get said(): Message {
    return this.failure.message;
  }
}

/** Calls a method of the contract; throws a CallError where it fails. */
export async function call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
  const result = window.plumbline ? await window.plumbline.invoke(method, input) : await post(method, input);
  if (!result.ok) throw new CallError(result.error);
  // Both ends are typed by the contract, and its tests parse the output of every handler.
  return result.value as Output<M>;
}

/** Hears what other windows and tabs did, and the progress of jobs. Returns a function that stops listening. */
export function onEvent(listener: (event: WorkbenchEvent) => void): () => void {
  if (window.plumbline) return window.plumbline.on('workbench', listener);
  eventListeners.add(listener);
  openEventStream();
  return () => eventListeners.delete(listener);
}

/** Hears the commands of the native menu; a browser tab has none. */
export function onCommand(listener: (command: MenuCommand) => void): () => void {
  return window.plumbline ? window.plumbline.on('command', listener) : () => undefined;
}

/**
 * Hears whether the host can be reached, starting with the next change. After a return the page
 * should reload what it shows: events of the time between are lost.
 */
export function onConnection(listener: (connected: boolean) => void): () => void {
  connectionListeners.add(listener);
  if (!window.plumbline) openEventStream();
  return () => connectionListeners.delete(listener);
}

/** Where the workbench runs. The window has dialogs and paths; a tab downloads. */
export function hasNativeDialogs(): boolean {
  return window.plumbline !== undefined;
}

/**
 * A path for a file that the user chose or dropped, for the methods that take one. A tab hands the content to
 * the host, which keeps it until `releasePath`. Throws a CallError; an aborted one has the code 'cancelled'.
 */
export async function pathOf(file: File, signal?: AbortSignal): Promise<string> {
  const path = window.plumbline?.pathOf(file) ?? '';
  if (path !== '') return path;
  if (window.plumbline) throw new CallError(failureOf('not-found', 'import.fileNowhere'));
  const result = await upload(file, signal);
  if (!result.ok) throw new CallError(result.error);
  return result.value.path;
}

/** Says that a path of `pathOf` is not needed any more. */
export function releasePath(path: string): void {
  if (window.plumbline) return;
  // Where the host cannot be reached it has removed the file itself.
  fetch(`/upload?path=${encodeURIComponent(path)}`, {
    method: 'DELETE',
    headers: { 'x-plumbline-client': clientId },
  }).catch(() => setConnected(false));
}

// --- the browser tab's transport -----------------------------------------------------------------

const eventListeners = new Set<(event: WorkbenchEvent) => void>();
const connectionListeners = new Set<(connected: boolean) => void>();
/** Names this tab, so that the host does not send it events of its own doing. */
const clientId = crypto.getRandomValues(new Uint32Array(4)).join('-');
let stream: EventSource | null = null;
let connected = true;

async function post(method: string, input: unknown): Promise<Result<unknown>> {
  let response: Response;
  try {
    response = await fetch(`/call/${encodeURIComponent(method)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-plumbline-client': clientId, [PACKED_HEADER]: 'yes' },
      body: JSON.stringify(input),
    });
  } catch {
    // fetch rejects only where no answer came: the host has ended.
    setConnected(false);
    return unreachable('host.unreachable');
  }
  setConnected(true);
  if (response.status === 401) return unreachable('host.signedOut');
  if (response.status === 413) return unreachable('host.tooLarge');
  if (!response.headers.get('content-type')?.startsWith('application/json')) return unreachable('host.internal');
  const result: Result<unknown> = await response.json();
  return result.ok ? { ok: true, value: unpackRows(result.value) } : result;
}

async function upload(file: File, signal?: AbortSignal): Promise<Result<{ path: string }>> {
  let response: Response;
  try {
    response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'x-plumbline-client': clientId },
      body: file,
      signal,
    });
  } catch {
    if (signal?.aborted) return { ok: false, error: failureOf('cancelled', 'import.cancelled') };
    setConnected(false);
    return unreachable('host.unreachable');
  }
  setConnected(true);
  if (response.status === 401) return unreachable('host.signedOut');
  if (response.status === 413) return { ok: false, error: failureOf('invalid-file', 'import.uploadTooLarge') };
  if (!response.headers.get('content-type')?.startsWith('application/json')) return unreachable('host.internal');
  return response.json();
}

function failureOf(code: ErrorCode, key: MessageKey): Failure {
  return { code, message: message(key), details: {} };
}

function unreachable(key: 'host.unreachable' | 'host.signedOut' | 'host.tooLarge' | 'host.internal'): Result<never> {
  return { ok: false, error: failureOf('internal', key) };
}

function openEventStream(): void {
  if (stream) return;
  stream = new EventSource(`/events?client=${encodeURIComponent(clientId)}`);
  stream.onopen = () => setConnected(true);
  stream.onmessage = ({ data }) => {
    const event: WorkbenchEvent = JSON.parse(data);
    for (const listener of eventListeners) listener(event);
  };
  stream.onerror = () => {
    setConnected(false);
    // The browser tries again by itself unless it gave up (a refusal, for one).
    if (stream?.readyState !== EventSource.CLOSED) return;
    stream = null;
    setTimeout(openEventStream, 2000);
  };
}

function setConnected(now: boolean): void {
  if (now === connected) return;
  connected = now;
  for (const listener of connectionListeners) listener(now);
}
