import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';

export default function DataPage() {
  return (
    <Page title="Data" question="What is known, and what is still to come?">
      <Loading shape="card" />
    </Page>
  );
}
