import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';

export default function DriftOverviewPage() {
  return (
    <Page title="Drift" question="What is different out there?">
      <Loading shape="card" />
    </Page>
  );
}
