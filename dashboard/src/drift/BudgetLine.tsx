import { Explain } from '../parts/Explain';
import { figures, plural } from '../parts/numbers';
import type { DriftBudget } from '../wire/types';

/** How many false alarms are allowed, and what that asks of a single look. */
export function BudgetLine({ budget }: { budget: DriftBudget }) {
  return (
    <Explain term="How sure a look has to be"
      words={`${figures(budget.false_alarms)} false ${budget.false_alarms === 1 ? 'alarm' : 'alarms'} a quarter ${budget.false_alarms === 1 ? 'is' : 'are'} allowed, all ${budget.models} models together. There ${budget.alarms === 1 ? 'was' : 'were'} ${plural(budget.alarms, 'alarm')} in the last quarter, true or false.`}>
      So one look of one view of one model may be wrong with a probability of {figures(budget.level, 2)}. A difference counts only where it is sure and large: large is measured against what stretches of the
      reference differ by among themselves. The budget stands in the definition file under <code>drift: {'{ false_alarms }'}</code>.
    </Explain>
  );
}
