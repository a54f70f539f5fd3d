import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';

export default function CustomersPage() {
  return (
    <Page title="Customers" question="Who is it about?">
      <Loading shape="card" />
    </Page>
  );
}
