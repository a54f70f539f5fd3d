import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';

export default function AuditPage() {
  return (
    <Page title="Audit" question="Who did what?">
      <Loading shape="card" />
    </Page>
  );
}
