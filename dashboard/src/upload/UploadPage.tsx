import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';

export default function UploadPage() {
  return (
    <Page title="Upload" question="What have you got?">
      <Loading shape="card" />
    </Page>
  );
}
