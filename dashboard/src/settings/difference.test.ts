import { describe, expect, it } from 'vitest';
import { differenceOf, shortened } from './difference';

const written = (before: string, after: string) => differenceOf(before, after).map(({ line, in: place }) => `${place === 'both' ? ' ' : place === 'old' ? '-' : '+'}${line}`);

describe('differenceOf', () => {
  it('shows what is gone before what has come in its place', () => {
    expect(written('a\nb\nc', 'a\nB\nc')).toEqual([' a', '-b', '+B', ' c']);
  });

  it('keeps what is common, however much stands between', () => {
    expect(written('a\nb\nc\nd', 'b\nx\ny\nd\ne')).toEqual(['-a', ' b', '-c', '+x', '+y', ' d', '+e']);
  });

  it('finds nothing between equal texts, whatever ends their lines', () => {
    expect(differenceOf('a\r\nb', 'a\nb').every((line) => line.in === 'both')).toBe(true);
  });
});

describe('shortened', () => {
  it('leaves out what is far from a change', () => {
    const lines = differenceOf('1\n2\n3\n4\n5\n6\n7', '1\n2\n3\n4\n5\n6\n8');
    expect(shortened(lines, 1).map((line) => line?.line ?? null)).toEqual([null, '6', '7', '8']);
  });

  it('is one gap where nothing differs', () => {
    expect(shortened(differenceOf('a\nb', 'a\nb'))).toEqual([null]);
  });
});
