import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';

export default function SettingsPage() {
  return (
    <Page title="Settings" question="What are the rules?">
      <Loading shape="card" />
    </Page>
  );
}
