import { describe, expect, it } from 'vitest';
import type { DriftResponse, DriftView, InputDrift } from '../wire/types';
import { factorOf, inputsByHarm, modelsByHarm, viewsByHarm } from './harm';

const view = (name: string, verdict: string) => ({ view: name, verdict }) as DriftView;
const input = (name: string, more: Partial<InputDrift>) => ({ input: name, differs: false, effect: 0, bound: 0.1, score_change: 0, ...more }) as InputDrift;

describe('viewsByHarm', () => {
  it('puts what drifted first, and errors before what may lead to errors', () => {
    const ordered = viewsByHarm([view('inputs', 'drifted'), view('scores', 'suspected'), view('labels', 'steady'), view('errors', 'drifted'), view('together', 'not_enough_data')]);
    expect(ordered.map((one) => one.view)).toEqual(['errors', 'inputs', 'scores', 'labels', 'together']);
  });
});

describe('inputsByHarm', () => {
  it('goes by what an input does to the score, whichever way, not by its name or its effect', () => {
    const ordered = inputsByHarm([
      input('a', { differs: true, effect: 0.9, score_change: 0.01 }),
      input('b', { differs: true, effect: 0.2, score_change: -0.3 }),
      input('c', { differs: false, effect: 0.5, score_change: 0.8 }),
    ]);
    expect(ordered.map((one) => one.input)).toEqual(['b', 'a', 'c']);
  });

  it('decides between equals by how much is measured of what may be', () => {
    const ordered = inputsByHarm([input('wide', { differs: true, effect: 0.3, bound: 0.3 }), input('tight', { differs: true, effect: 0.2, bound: 0.1 })]);
    expect(ordered.map((one) => one.input)).toEqual(['tight', 'wide']);
  });
});

describe('modelsByHarm', () => {
  const drift = (...views: DriftView[]) => ({ views }) as DriftResponse;

  it('begins with the model whose worst view is worst; those not known yet come last', () => {
    const ordered = modelsByHarm([
      { model: 'unknown', drift: undefined },
      { model: 'fine', drift: drift(view('inputs', 'steady')) },
      { model: 'too new', drift: drift(view('errors', 'not_enough_data')) },
      { model: 'inputs', drift: drift(view('inputs', 'drifted')) },
      { model: 'errors', drift: drift(view('errors', 'drifted'), view('inputs', 'steady')) },
    ]);
    expect(ordered.map((one) => one.model)).toEqual(['errors', 'inputs', 'fine', 'too new', 'unknown']);
  });
});

describe('factorOf', () => {
  it('says what a change of a logarithm does to what it is of', () => {
    expect(factorOf(Math.log(1.12))).toBeCloseTo(0.12, 10);
    expect(factorOf(0)).toBe(0);
  });
});
