import type { ReactElement } from 'react';
import { useSearchParams } from 'wouter';
import { Page } from '../ui/page.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { GoToCall } from './go-to-call.tsx';
import { LivePart } from './live-part.tsx';
import { readSearch, writeSearch } from './search.ts';
import { SearchPart } from './search-part.tsx';

/** The calls of this moment, and those of before. */
// oxlint-disable-next-line import/no-default-export -- loaded lazily
export default function CallsPage(): ReactElement {
  const [address, setAddress] = useSearchParams();
  const isFinding = address.get('tab') === 'find';
  return (
    <Page title="Calls" actions={<GoToCall />} wide>
      <Tabs
        label="Calls"
        items={[
          { id: 'now', title: 'Now', content: <LivePart /> },
          {
            id: 'find',
            title: 'Find',
            content: (
              <SearchPart
                search={readSearch(address)}
                onSearch={(search) => {
                  const next = writeSearch(search);
                  next.set('tab', 'find');
                  setAddress(next, { replace: true });
                }}
              />
            ),
          },
        ]}
        selected={isFinding ? 'find' : 'now'}
        onSelect={(id) => setAddress(id === 'find' ? { tab: 'find' } : {})}
      />
    </Page>
  );
}
