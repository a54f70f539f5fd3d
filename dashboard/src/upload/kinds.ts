/** What a file can bring: its word, where it is sent, and which columns it has. */
export interface Kind {
  kind: string;
  label: string;
  /** What one row is. */
  row: string;
  path: string;
  roles: readonly RoleChoice[];
  /** What becomes of a column that fills no role. */
  otherwise: string;
}

export interface RoleChoice {
  role: string;
  label: string;
  needed: 'yes' | 'no';
}

const needed = (role: string, label: string): RoleChoice => ({ role, label, needed: 'yes' });
const may = (role: string, label: string): RoleChoice => ({ role, label, needed: 'no' });
const known = may('known_time', 'Time it became known');

export const kinds: readonly Kind[] = [
  {
    kind: 'events', label: 'Events', row: 'something a customer did', path: '/v1/events', otherwise: 'Property of the event',
    roles: [
      needed('customer', 'Customer'), needed('time', 'Time'), may('type', 'Type of event'), may('value', 'Value'), may('quantity', 'Quantity'),
      may('product', 'Product'), may('session', 'Session'), may('id', 'Id of the event'), known,
    ],
  },
  {
    kind: 'notes', label: 'Notes', row: 'free text about a customer', path: '/v1/notes', otherwise: 'Left aside',
    roles: [needed('customer', 'Customer'), needed('time', 'Time'), needed('text', 'Text'), may('language', 'Language'), may('id', 'Id of the note'), known],
  },
  {
    kind: 'profiles', label: 'Profiles', row: 'attributes of a customer', path: '/v1/profiles', otherwise: 'Attribute',
    roles: [needed('customer', 'Customer'), may('time', 'Holds from'), known],
  },
  {
    kind: 'outcomes', label: 'Outcomes', row: 'what came true about a customer', path: '/v1/outcomes', otherwise: 'Outcome',
    roles: [
      may('customer', 'Customer'), may('prediction_id', 'Prediction'), needed('time', 'Time'), may('purchased', 'Purchased'), may('churned', 'Churned'),
      may('lifetime_value', 'Lifetime value'), may('id', 'Id of the outcome'), known,
    ],
  },
  {
    kind: 'labels', label: 'Labelled rows', row: 'inputs and outcome in one', path: '/v1/examples', otherwise: 'Input, or the outcome',
    roles: [may('customer', 'Customer'), may('time', 'Time'), known],
  },
];

export const kindOf = (word: string): Kind => kinds.find(({ kind }) => kind === word) ?? kinds[0]!;

const otherWords: Record<string, string> = { examples: 'labels', orders: 'events', purchases: 'events', visits: 'events', conversations: 'notes', customers: 'profiles' };

/** What a file is by the first word of its name, as the inbox takes it; null where that does not say. */
export function kindByName(file: string): string | null {
  const word = /^[a-z]+/.exec(file.toLowerCase())?.[0] ?? '';
  return kinds.find(({ kind }) => kind === word || kind === `${word}s`)?.kind ?? otherWords[word] ?? null;
}
