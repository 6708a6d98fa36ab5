import { ApiError, OfflineError, writeHeaders } from '../../api/client';
import type { Problem } from '../../api/types';

/** Sends one file and says how far it has come, which fetch cannot. */
export function upload(
  path: string,
  file: File,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<void> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(writeHeaders())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? done() : failed(new ApiError(problem(request.responseText, request.status)));
    request.onerror = () => failed(new OfflineError('offline'));
    request.onabort = () => failed(new OfflineError('stopped'));
    signal.addEventListener('abort', () => request.abort());
    const body = new FormData();
    body.append('file', file, file.name);
    request.send(body);
  });
}

function problem(text: string, status: number): Problem {
  try {
    return { ...JSON.parse(text), status };
  } catch {
    return { status };
  }
}
