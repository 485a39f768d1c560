import { hearOtherTabs, otherTabsHaveForms, tellSignedOut } from '../../../../../console/web/session/other-tabs.ts';

describe('The other tabs of somebody who signs out', () => {
  it('hear who it was, and the tab itself does not', async () => {
    const otherTab = new BroadcastChannel('console.sign-out');
    const heard = new Promise((resolve) => {
      otherTab.addEventListener('message', (event: Event) => resolve('data' in event ? event.data : undefined));
    });
    const here: string[] = [];
    const stop = hearOtherTabs({ signedOut: (userId) => here.push(userId), hasForms: () => false });

    tellSignedOut('andy@example.com');

    await expect(heard).resolves.toEqual({ signedOut: 'andy@example.com' });
    expect(here).toEqual([]);
    stop();
    otherTab.close();
  });

  it('are told by one another', async () => {
    const otherTab = new BroadcastChannel('console.sign-out');
    const heard = Promise.withResolvers<string>();
    const stop = hearOtherTabs({ signedOut: heard.resolve, hasForms: () => false });

    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    otherTab.postMessage('something else');
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    otherTab.postMessage({ signedOut: 'vera@example.com' });

    await expect(heard.promise).resolves.toBe('vera@example.com');
    stop();
    otherTab.close();
  });

  it('are asked whether something is typed there, and say so', async () => {
    const otherTab = new BroadcastChannel('console.sign-out');
    const said = [{ hasForms: 'vera@example.com' }, { hasForms: 'andy@example.com' }, { signedOut: 'the last word' }];
    const asked: unknown[] = [];
    otherTab.addEventListener('message', (event: Event) => {
      asked.push('data' in event ? event.data : undefined);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      for (const each of said) otherTab.postMessage(each);
    });
    const heardAll = Promise.withResolvers<void>();
    const stop = hearOtherTabs({ signedOut: () => heardAll.resolve(), hasForms: () => false });

    const hasForms = await otherTabsHaveForms('andy@example.com', () => heardAll.promise);

    expect(asked).toEqual([{ asksForms: 'andy@example.com' }]);
    expect(hasForms).toBe(true);
    stop();
    otherTab.close();
  });

  it('that say nothing, or of somebody else, have nothing', async () => {
    const otherTab = new BroadcastChannel('console.sign-out');
    const said = [{ hasForms: 'vera@example.com' }, { signedOut: 'the last word' }];
    otherTab.addEventListener('message', () => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      for (const each of said) otherTab.postMessage(each);
    });
    const heardAll = Promise.withResolvers<void>();
    const stop = hearOtherTabs({ signedOut: () => heardAll.resolve(), hasForms: () => false });

    await expect(otherTabsHaveForms('andy@example.com', () => heardAll.promise)).resolves.toBe(false);
    stop();
    otherTab.close();
  });

  it('answer for their own person, and only when something is typed', async () => {
    const otherTab = new BroadcastChannel('console.sign-out');
    const answers: unknown[] = [];
    const answered = Promise.withResolvers<void>();
    otherTab.addEventListener('message', (event: Event) => {
      answers.push('data' in event ? event.data : undefined);
      answered.resolve();
    });
    const stop = hearOtherTabs({ signedOut: () => undefined, hasForms: (userId) => userId === 'andy@example.com' });

    for (const userId of ['vera@example.com', 'andy@example.com']) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
      otherTab.postMessage({ asksForms: userId });
    }
    await answered.promise;

    expect(answers).toEqual([{ hasForms: 'andy@example.com' }]);
    stop();
    otherTab.close();
  });
});
