import { describe, expect, it } from 'vitest';
import { sorted, toCsv, type Column } from './table';

interface Row {
  name: string;
  size: number | null;
}

const columns: Array<Column<Row>> = [
  { key: 'name', header: 'Name', value: (row) => row.name },
  { key: 'size', header: 'Size, bytes', value: (row) => row.size },
];
const rows: Row[] = [{ name: '1.10', size: 2 }, { name: '1.9', size: null }, { name: '1.2', size: 11 }];
const names = (sorting: { key: string; down: boolean } | null) => sorted(rows, columns, sorting).map((row) => row.name);

describe('a table', () => {
  it('sorts numbers as numbers and versions as versions', () => {
    expect(names({ key: 'size', down: true })).toEqual(['1.2', '1.10', '1.9']);
    expect(names({ key: 'name', down: false })).toEqual(['1.2', '1.9', '1.10']);
  });

  it('puts what has no value last, whichever way it sorts', () => {
    expect(names({ key: 'size', down: false }).at(-1)).toBe('1.9');
    expect(names({ key: 'size', down: true }).at(-1)).toBe('1.9');
  });

  it('stays as it was given without a sorting', () => {
    expect(names(null)).toEqual(['1.10', '1.9', '1.2']);
  });

  it('downloads with quotes where they are needed and without formulas', () => {
    expect(toCsv([{ name: 'a "b", c', size: 1 }, { name: '=1+1', size: null }], columns)).toBe('Name,"Size, bytes"\r\n"a ""b"", c",1\r\n\'=1+1,\r\n');
  });
});
