import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';

export default function AlertsPage() {
  return (
    <Page title="Alerts" question="What needs me?">
      <Loading shape="card" />
    </Page>
  );
}
