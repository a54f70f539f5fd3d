import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../wire/types';
import { deedOf, gistOf } from './deeds';

const entry = (facts: unknown) => ({ facts }) as AuditEntry;

describe('gistOf', () => {
  it('says the sentence or the reason where there is one', () => {
    expect(gistOf(entry({ run: 3, sentence: 'log-loss better by .01' }))).toBe('log-loss better by .01');
    expect(gistOf(entry({ from: '2.0', reason: 'a second chance' }))).toBe('a second chance');
  });

  it('says small facts otherwise, and leaves out what is a list', () => {
    expect(gistOf(entry({ run: 9, strategy: 'refresh', versions: ['1.0'], decision: 'not_enough' }))).toBe('run 9 · strategy refresh · decision not enough');
    expect(gistOf(entry({}))).toBe('');
    expect(gistOf(entry(null))).toBe('');
  });
});

it('has words for what is done, and names what it does not know', () => {
  expect(deedOf('roll_back')).toBe('rolled back to');
  expect(deedOf('count_beans')).toBe('count beans');
});
