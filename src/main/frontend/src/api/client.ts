import type { FieldError, Problem } from './types';

/** The server's answer when it is not the one hoped for, in words for the person at the screen. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title ?? String(problem.status));
  }

  get status(): number {
    return this.problem.status;
  }

  get errors(): FieldError[] {
    return this.problem.errors ?? [];
  }
}

/** The server could not be reached at all. */
export class OfflineError extends Error {}

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  query?: Query;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** Lets a 401 through instead of asking the person to sign in again and repeating the request. */
  anonymous?: boolean;
  keepalive?: boolean;
}

let language = 'zh-CN';
let signInAgain: (() => Promise<void>) | undefined;

/** From now on the server is asked to answer in this language. */
export function speak(tag: string) {
  language = tag;
}

/** What to do when the session has ended: resolves when somebody is signed on again. */
export function onSessionEnded(renew: () => Promise<void>) {
  signInAgain = renew;
}

export function url(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

async function send(method: string, path: string, options: Options): Promise<Response> {
  const form = options.body instanceof URLSearchParams || options.body instanceof FormData;
  const file = options.body instanceof Blob;
  const headers: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language,
    ...options.headers,
  };
  if (method !== 'GET') headers['X-ESOP-XSRF'] = cookie('ESOP-XSRF');
  if (options.body !== undefined && !form) {
    headers['Content-Type'] = file ? (options.body as Blob).type : 'application/json';
  }
  try {
    return await fetch(url(path, options.query), {
      method,
      headers,
      body: form || file ? (options.body as URLSearchParams | FormData | Blob) : JSON.stringify(options.body),
      signal: options.signal,
      keepalive: options.keepalive,
      credentials: 'same-origin',
    });
  } catch (failure) {
    if (options.signal?.aborted) throw failure;
    throw new OfflineError('offline', { cause: failure });
  }
}

async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  let response = await send(method, path, options);
  if (response.status === 401 && !options.anonymous && signInAgain) {
    await signInAgain();
    response = await send(method, path, options);
  }
  if (!response.ok) throw new ApiError(await problem(response));
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

async function problem(response: Response): Promise<Problem> {
  const isJson = response.headers.get('content-type')?.includes('json');
  const body = isJson ? await response.json().catch(() => ({})) : {};
  return { ...body, status: response.status };
}

/** What a write needs that is not made by this client. */
export function writeHeaders(): Record<string, string> {
  return {
    Accept: 'application/json, application/problem+json',
    'Accept-Language': language,
    'X-ESOP-XSRF': cookie('ESOP-XSRF'),
  };
}

function cookie(name: string): string {
  const entry = document.cookie.split('; ').find((part) => part.startsWith(`${name}=`));
  return entry ? decodeURIComponent(entry.slice(name.length + 1)) : '';
}

export const api = {
  get: <T>(path: string, query?: Query, options?: Options) => request<T>('GET', path, { ...options, query }),
  post: <T>(path: string, body?: unknown, options?: Options) =>
    request<T>('POST', path, { ...options, body }),
  put: <T>(path: string, body: unknown, options?: Options) => request<T>('PUT', path, { ...options, body }),
  delete: <T>(path: string, options?: Options) => request<T>('DELETE', path, options),
};
