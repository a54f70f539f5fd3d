import { Select } from '@mantine/core';
import { count } from '../parts/numbers';
import type { PreviewColumn } from '../wire/types';
import classes from './Columns.module.css';
import { choose, roleOf, type Mapping } from './mapping';
import type { Kind } from './kinds';

interface Props {
  kind: Kind;
  columns: readonly PreviewColumn[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
  rowsRead: number;
  /** Whether the server could tell what all of them are. */
  state: 'found' | 'open';
}

const automatic = '';

/** Which column is what: found by name, changed by hand. */
export function Columns({ kind, columns, mapping, onChange, rowsRead, state }: Props) {
  const roles = kind.roles.map(({ role }) => role);
  return (
    <ul className={classes.columns}>
      {columns.map((column) => {
        const role = roleOf(column, mapping, roles);
        const isChosen = Object.values(mapping).includes(column.name);
        const choices = kind.roles.map(({ role: value, label }) => ({ value, label }));
        return (
          <li key={column.name} className={classes.column}>
            <div className={classes.about}>
              <strong className={classes.name}>{column.name}</strong>
              <span className="note">
                {column.type}{column.missing > 0 && rowsRead > 0 ? ` · ${count(column.missing)} without a value` : ''}
                {column.examples.length > 0 && <> · <span className={classes.examples}>{column.examples.join(', ')}</span></>}
              </span>
            </div>
            <Select aria-label={`What ${column.name} is`} data={[{ value: automatic, label: state === 'open' ? 'Found by its name' : otherwiseOf(column, kind, role) }, ...choices]} value={role ?? automatic}
              onChange={(value) => onChange(choose(mapping, column.name, value || null))} allowDeselect={false} size="xs"
              data-chosen={isChosen || undefined} comboboxProps={{ withinPortal: true }} />
          </li>
        );
      })}
    </ul>
  );
}

const uses: Record<string, string> = { property: 'Property of the event', attribute: 'Attribute', input: 'Input', target: 'What is learnt', outcome: 'Outcome' };

function otherwiseOf(column: PreviewColumn, kind: Kind, role: string | null): string {
  if (role !== null) return 'Found by its name';
  return column.used_as === null ? 'Left aside' : uses[column.used_as] ?? kind.otherwise;
}
