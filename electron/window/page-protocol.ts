/** Answers requests of the app:// protocol with the built page's files and the policy's headers. */
import { readPageFile } from '../page/files.ts';
import { pageHeaders } from '../page/policy.ts';
import { isOwnPage, pageAddress } from './origin.ts';

export function servePage(folder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const allowed = request.method === 'GET' && isOwnPage(request.url, pageAddress(undefined));
    const file = allowed ? await readPageFile(folder, new URL(request.url).pathname) : null;
    if (!file) return new Response(null, { status: 404, headers: pageHeaders });
    return new Response(file.body, { headers: { ...pageHeaders, ...file.headers } });
  };
}
