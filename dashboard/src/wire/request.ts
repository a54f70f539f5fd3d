import { actingAs } from './acting';
import { refusalOf, Unreachable } from './failures';
import type { Problem } from './types';

export interface Question {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  json?: unknown;
  body?: BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Asks the server; whatever goes wrong is a Refusal (it answered no) or Unreachable (it did not answer). */
export async function ask(path: string, question: Question = {}): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', ...actingAs(), ...question.headers };
  if (question.json !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(path, {
    method: question.method ?? 'GET',
    headers,
    body: question.json === undefined ? question.body : JSON.stringify(question.json),
    signal: question.signal,
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable();
  });
  if (!response.ok) throw refusalOf(response.status, await response.json().catch(() => null) as Problem | null);
  return response;
}

export async function request<T>(path: string, question: Question = {}): Promise<T> {
  const response = await ask(path, question);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** A path with its query; what is undefined, null or empty is left out. */
export function withQuery(path: string, query: Record<string, string | number | boolean | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

/** A part of a path: a key of a customer may hold anything. */
export const part = encodeURIComponent;
