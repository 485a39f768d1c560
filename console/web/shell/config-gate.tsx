import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { ConsoleConfig } from '../../../shared/contracts/console-config.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { loadConfig } from './load-config.ts';

// Asked for as soon as this is loaded.
const loading = loadConfig();

/** Where the API and the sign-in are; nothing goes without. */
export function ConfigGate({ children }: { readonly children: (config: ConsoleConfig) => ReactNode }): ReactNode {
  const [loaded, setLoaded] = useState<Awaited<typeof loading>>();
  useEffect(() => void loading.then(setLoaded), []);
  if (loaded === undefined) return <Waiting words="Starting" />;
  return loaded.kind === 'config' ? children(loaded.config) : <NoConfig words={loaded.words} />;
}

function NoConfig({ words }: { readonly words: string }): ReactElement {
  return (
    <main>
      <Page title="The console cannot start">
        <Notice tone="error" actions={<Button onPress={() => location.reload()}>Try again</Button>}>
          {words}
        </Notice>
      </Page>
    </main>
  );
}
