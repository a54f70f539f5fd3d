import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { Answer } from '../parts/Answer';
import { Card } from '../parts/Card';
import { DataTable, type Column } from '../parts/DataTable';
import { EmptyState } from '../parts/EmptyState';
import { count } from '../parts/numbers';
import { Page } from '../parts/Page';
import { RelativeTime } from '../parts/RelativeTime';
import { useCustomers } from '../wire/pages';
import { part } from '../wire/request';
import type { CustomerSummary } from '../wire/types';
import { useMore } from '../wire/useMore';

const columns: ReadonlyArray<Column<CustomerSummary>> = [
  { key: 'customer', header: 'Customer', value: (row) => row.customer, grow: true, show: (row) => <Link href={`/customers/${part(row.customer)}`}>{row.customer}</Link> },
  { key: 'events', header: 'Events', value: (row) => row.events, align: 'right', show: (row) => count(row.events) },
  { key: 'last', header: 'Last event', value: (row) => row.last_event, align: 'right', show: (row) => <RelativeTime at={row.last_event} /> },
];

export default function CustomersPage() {
  const [search, setSearch] = useSearchParams();
  const typed = search.get('search') ?? '';
  const [sought] = useDebouncedValue(typed, 200);
  const customers = useCustomers(sought);
  const [, go] = useLocation();
  const more = useMore(customers);
  const rows = useMemo(() => customers.data?.pages.flatMap((page) => page.customers) ?? [], [customers.data]);
  return (
    <Page title="Customers" question="Who is it about?">
      <Card>
        <TextInput type="search" aria-label="Search customers" placeholder="Any part of a customer's key" value={typed} maw={400}
          onChange={(event) => { const next = event.currentTarget.value; setSearch(next === '' ? {} : { search: next }, { replace: true }); }} />
        <Answer query={customers} shape="table" height={560}>
          {() => (
            <DataTable name="Customers" columns={columns} rows={rows} keyOf={(row) => row.customer} onEnd={more} onOpen={(row) => go(`/customers/${part(row.customer)}`)} height={640}
              empty={sought === ''
                ? <EmptyState title="Nobody is known yet" command="coppice import events orders.csv">Customers appear here with their first event, note, profile or prediction.</EmptyState>
                : <EmptyState title={`Nobody's key holds "${sought}"`}>Keys are as the files have them; capitals do not matter.</EmptyState>} />
          )}
        </Answer>
        {customers.isFetchingNextPage && <p className="note" role="status">More are coming.</p>}
      </Card>
    </Page>
  );
}
