import type { ReactElement } from 'react';
import { Pages } from './shell/pages.tsx';
import { Providers } from './shell/providers.tsx';

export function App(): ReactElement {
  return (
    <Providers>
      <Pages />
    </Providers>
  );
}
