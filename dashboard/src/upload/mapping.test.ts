import { describe, expect, it } from 'vitest';
import type { PreviewColumn } from '../wire/types';
import { choose, chooseConstant, mapParameters, missingRoles, proposalOf, roleOf, withoutCommand } from './mapping';

const column = (name: string, usedAs: string | null): PreviewColumn => ({ name, used_as: usedAs, type: 'text', missing: 0, examples: [] });

describe('choose', () => {
  it('gives a role to one column only', () => {
    const first = choose({}, 'buyer', 'customer');
    expect(choose(first, 'client', 'customer')).toEqual({ customer: 'client' });
  });

  it('gives a column one role only', () => {
    expect(choose({ customer: 'key', time: 'when' }, 'when', 'known_time')).toEqual({ customer: 'key', known_time: 'when' });
  });

  it('takes a choice back', () => {
    expect(choose({ customer: 'key', time: 'when' }, 'when', null)).toEqual({ customer: 'key' });
  });
});

describe('what is sent', () => {
  it('names roles and constants as the server reads them', () => {
    const mapping = chooseConstant(choose({}, 'buyer', 'customer'), 'type', ' purchase ');
    expect(mapParameters(mapping)).toEqual(['customer=buyer', 'type:=purchase']);
    expect(mapParameters(chooseConstant(mapping, 'type', ' '))).toEqual(['customer=buyer']);
  });
});

describe('roleOf', () => {
  const roles = ['customer', 'time'];

  it('shows what the server found until a person chooses', () => {
    expect(roleOf(column('buyer', 'customer'), {}, roles)).toBe('customer');
    expect(roleOf(column('buyer', 'customer'), { time: 'buyer' }, roles)).toBe('time');
  });

  it('shows no role that has gone to another column', () => {
    expect(roleOf(column('buyer', 'customer'), { customer: 'client' }, roles)).toBeNull();
  });

  it('shows no role for what a column is otherwise', () => {
    expect(roleOf(column('colour', 'property'), {}, roles)).toBeNull();
  });
});

describe('missingRoles', () => {
  const columns = [column('buyer', 'customer'), column('when', null)];

  it('names what no column fills', () => {
    expect(missingRoles(columns, {}, ['customer', 'time'])).toEqual(['time']);
    expect(missingRoles(columns, { time: 'when' }, ['customer', 'time'])).toEqual([]);
  });

  it('takes a value for all rows as filled', () => {
    expect(missingRoles(columns, { 'time:': '2026-01-01' }, ['customer', 'time'])).toEqual([]);
  });
});

describe('what the server proposes', () => {
  const sentence = 'orders.csv: expected a column for the customer; there are buyer, when; nearest is buyer. Say which: --map customer=buyer.';

  it('is a choice, where its column is there', () => {
    expect(proposalOf(sentence, ['buyer', 'when'])).toEqual({ role: 'customer', column: 'buyer' });
    expect(proposalOf(sentence.replace('=buyer', '=COLUMN'), ['buyer', 'when'])).toBeNull();
  });

  it('is said without its command', () => {
    expect(withoutCommand(sentence)).toBe('orders.csv: expected a column for the customer; there are buyer, when; nearest is buyer. Say which below.');
    expect(withoutCommand('orders.csv: empty.')).toBe('orders.csv: empty.');
  });
});
