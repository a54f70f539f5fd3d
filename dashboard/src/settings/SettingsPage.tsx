import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { Answer } from '../parts/Answer';
import { Page } from '../parts/Page';
import { useDefinition } from '../wire/definition';
import { Earlier } from './Earlier';
import { Editor } from './Editor';
import { InForce } from './InForce';

const tabs = ['rules', 'definition', 'history'];

export default function SettingsPage() {
  const [search, setSearch] = useSearchParams();
  const definition = useDefinition();
  // What is typed outlives a look at the other tabs.
  const [typed, setTyped] = useState<string | null>(null);
  const tab = tabs.find((one) => one === search.get('tab')) ?? 'rules';
  const open = (next: string | null) => setSearch(next === null || next === 'rules' ? {} : { tab: next });
  return (
    <Page title="Settings" question="By which rules does it work?">
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <Tabs.List mb="lg">
          <Tabs.Tab value="rules">Rules in force</Tabs.Tab>
          <Tabs.Tab value="definition">Definition file{typed !== null && typed !== definition.data?.text ? ' (changed)' : ''}</Tabs.Tab>
          <Tabs.Tab value="history">History</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="rules"><InForce onChange={() => open('definition')} /></Tabs.Panel>
        <Tabs.Panel value="definition"><Answer query={definition} shape="card">{(data) => <Editor definition={data} typed={typed} onType={setTyped} />}</Answer></Tabs.Panel>
        <Tabs.Panel value="history">
          <Answer query={definition} shape="card">{(data) => <Earlier definition={data} onTake={(text) => { setTyped(text); open('definition'); }} />}</Answer>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
