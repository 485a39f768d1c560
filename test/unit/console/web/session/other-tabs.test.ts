import { onSignedOut, tellSignedOut } from '../../../../../console/web/session/other-tabs.ts';

describe('The other tabs of somebody who signs out', () => {
  it('hear who it was, and the tab itself does not', async () => {
    const otherTab = new BroadcastChannel('console.sign-out');
    const heard = new Promise((resolve) => {
      otherTab.addEventListener('message', (event: Event) => resolve('data' in event ? event.data : undefined));
    });
    const here: string[] = [];
    const stop = onSignedOut((userId) => here.push(userId));

    tellSignedOut('andy@example.com');

    await expect(heard).resolves.toEqual({ signedOut: 'andy@example.com' });
    expect(here).toEqual([]);
    stop();
    otherTab.close();
  });

  it('are told by one another', async () => {
    const otherTab = new BroadcastChannel('console.sign-out');
    const heard = Promise.withResolvers<string>();
    const stop = onSignedOut(heard.resolve);

    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    otherTab.postMessage('something else');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    otherTab.postMessage({ signedOut: 'vera@example.com' });

    await expect(heard.promise).resolves.toBe('vera@example.com');
    stop();
    otherTab.close();
  });
});
