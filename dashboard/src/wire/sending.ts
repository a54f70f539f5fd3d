import { refusalOf, Unreachable } from './failures';
import type { Problem } from './types';

export interface Sending {
  /** Bytes that have left, of all there are. */
  onProgress?: (sent: number, total: number) => void;
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

export interface Reply {
  status: number;
  json: unknown;
  header: (name: string) => string | null;
}

/** Sends a file and tells how far it is, which fetch does not. What goes wrong is a Refusal or Unreachable, as with any question. */
export function sendFile(path: string, file: Blob, { onProgress, signal, headers = {} }: Sending = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('content-type', 'text/csv');
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress?.(event.loaded, event.total);
    request.onload = () => {
      const json = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve({ status: request.status, json, header: (name) => request.getResponseHeader(name) });
      else reject(refusalOf(request.status, json as Problem | null));
    };
    request.onerror = () => reject(new Unreachable());
    request.onabort = () => reject(new DOMException('Cancelled.', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
