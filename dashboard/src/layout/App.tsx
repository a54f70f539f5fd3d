import { Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { EmptyState } from '../parts/EmptyState';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Frame } from './Frame';
import { Mishap } from './Mishap';
import { pages } from './pages';

export function App() {
  return (
    <Frame>
      <Mishap>
        <Suspense fallback={<Loading shape="card" />}>
          <Switch>
            {pages.map(({ path, page: Component }) => <Route key={path} path={path}><Component /></Route>)}
            <Route><Lost /></Route>
          </Switch>
        </Suspense>
      </Mishap>
    </Frame>
  );
}

function Lost() {
  return (
    <Page title="No such page" question="Nothing is at this address.">
      <EmptyState title="The address may be mistyped, or of another version.">Everything can be reached from the navigation.</EmptyState>
    </Page>
  );
}
