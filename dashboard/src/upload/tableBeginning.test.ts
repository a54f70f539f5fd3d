import { describe, expect, it } from 'vitest';
import { tableBeginning } from './tableBeginning';

describe('tableBeginning', () => {
  it('finds the delimiter by the header', () => {
    expect(tableBeginning('id;name;city\n1;Ann, the elder;Bern\n')).toEqual({ columns: ['id', 'name', 'city'], rows: [['1', 'Ann, the elder', 'Bern']] });
  });

  it('keeps delimiters, quotes and line ends inside quotes', () => {
    expect(tableBeginning('id,note\r\n7,"said ""yes"",\nthen left"\r\n8,plain\r\n').rows).toEqual([['7', 'said "yes",\nthen left'], ['8', 'plain']]);
  });

  it('stops after as many rows as are asked for', () => {
    expect(tableBeginning('id\n1\n2\n3\n', 2).rows).toEqual([['1'], ['2']]);
  });

  it('reads a last line without an end, and passes over a byte order mark', () => {
    expect(tableBeginning('\ufeffid\n9')).toEqual({ columns: ['id'], rows: [['9']] });
  });
});
