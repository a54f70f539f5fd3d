import type { Problem } from './types';

/** The server answered, and said no: what it expected, what it found, and a code that has a page. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly errors: readonly string[];

  constructor(status: number, title: string, code: string | null, errors: readonly string[]) {
    super(title);
    this.name = 'Refusal';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** What a problem document says; an answer without one has a status only. */
export const refusalOf = (status: number, problem: Problem | null): Refusal =>
  new Refusal(status, problem?.title ?? `The server answered ${status} and gave no reason.`, problem?.code ?? null, problem?.errors ?? []);

/** Nobody answered. What was typed is still there; trying again is safe. */
export class Unreachable extends Error {
  constructor() {
    super('The server cannot be reached.');
    this.name = 'Unreachable';
  }
}
