import { Tabs } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { Page } from '../parts/Page';
import { ImportTab } from './ImportTab';
import { PredictTab } from './PredictTab';

export default function UploadPage() {
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') === 'predict' ? 'predict' : 'import';
  return (
    <Page title="Upload" question="What has happened, and whom do you want to know about?">
      <Tabs value={tab} onChange={(next) => setSearch(next === 'predict' ? { tab: 'predict' } : {})} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="import">Import what happened</Tabs.Tab>
          <Tabs.Tab value="predict">Predict</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="import"><ImportTab /></Tabs.Panel>
        <Tabs.Panel value="predict"><PredictTab /></Tabs.Panel>
      </Tabs>
    </Page>
  );
}
