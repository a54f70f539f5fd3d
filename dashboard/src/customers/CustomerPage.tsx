import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';

export default function CustomerPage() {
  return (
    <Page title="Customer" question="Why this person?">
      <Loading shape="card" />
    </Page>
  );
}
