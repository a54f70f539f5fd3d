import { expect, it } from 'vitest';
import { chosenOf, toggled } from './chosen';

const versions = [{ version: '3.0', role: 'pruned' }, { version: '2.0', role: 'candidate' }, { version: '1.0', role: 'champion' }];

it('Without a wish the champion stands beside the newest that can still answer', () => {
  expect(chosenOf(null, versions)).toEqual(['1.0', '2.0']);
});

it('The address decides, as far as there are such versions', () => {
  expect(chosenOf('2.0,9.9', versions)).toEqual(['2.0']);
  expect(chosenOf('', versions)).toEqual([]);
});

it('A third takes the place of the second', () => {
  expect(toggled(['1.0', '2.0'], '1.1')).toEqual(['1.0', '1.1']);
  expect(toggled(['1.0', '2.0'], '1.0')).toEqual(['2.0']);
});
