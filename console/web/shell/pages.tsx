import { lazy, Suspense, type ReactElement } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Waiting } from '../ui/waiting.tsx';
import { Frame } from './frame.tsx';

// A page is loaded when somebody goes there: each default export is the page of its folder.
const RoutingPage = lazy(() => import('../routing/routing-page.tsx'));
const SimulatorPage = lazy(() => import('../simulator/simulator-page.tsx'));
const CallsPage = lazy(() => import('../calls/calls-page.tsx'));
const CallPage = lazy(() => import('../calls/call-page.tsx'));
const FiguresPage = lazy(() => import('../charts/figures-page.tsx'));
const DeskPage = lazy(() => import('../desk/desk-page.tsx'));
const ContactCentresPage = lazy(() => import('../desk/contact-centres-page.tsx'));
const ChangesPage = lazy(() => import('../changes/changes-page.tsx'));

/** Which address shows which page. */
export function Pages(): ReactElement {
  return (
    <Frame>
      <Suspense fallback={<Waiting />}>
        <Switch>
          <Route path="/routing" component={RoutingPage} />
          <Route path="/routing/:table/:part?" component={RoutingPage} />
          <Route path="/simulator" component={SimulatorPage} />
          <Route path="/simulator/:table" component={SimulatorPage} />
          <Route path="/calls" component={CallsPage} />
          <Route path="/calls/:transactionId" component={CallPage} />
          <Route path="/figures" component={FiguresPage} />
          <Route path="/desk" component={DeskPage} />
          <Route path="/desk/contact-centres" component={ContactCentresPage} />
          <Route path="/changes" component={ChangesPage} />
          <Route>
            <Redirect to="/calls" replace />
          </Route>
        </Switch>
      </Suspense>
    </Frame>
  );
}
