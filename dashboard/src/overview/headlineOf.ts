export interface ModelState {
  model: string;
  state: string;
}

const order = ['wrong', 'watch', 'unknown', 'right'];

/** The worst state there is, and who is in it. */
export function headlineOf(models: readonly ModelState[]): { state: string; sentence: string } {
  if (models.length === 0) return { state: 'unknown', sentence: 'No model is defined yet.' };
  const state = order.find((word) => models.some((model) => model.state === word)) ?? 'unknown';
  const names = listed(models.filter((model) => model.state === state).map((model) => model.model));
  const rest = models.length - models.filter((model) => model.state === state).length;
  const others = rest === 0 ? '' : rest === 1 ? ' The other one is right.' : ` The other ${rest} are right.`;
  const restIsRight = models.every((model) => model.state === state || model.state === 'right');
  const tail = restIsRight && state !== 'right' ? others : '';
  switch (state) {
    case 'right':
      return { state, sentence: models.length === 1 ? `${names} answers as well as promised.` : `All ${models.length} models answer as well as promised.` };
    case 'watch':
      return { state, sentence: `Something differs about ${names}; nothing is surely lost so far.${tail}` };
    case 'wrong':
      return { state, sentence: `${names} answers worse than promised.${tail}` };
    default:
      return { state, sentence: `Nothing measured says yet how good ${names} is.${tail}` };
  }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
