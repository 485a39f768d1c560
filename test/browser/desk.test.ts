import type { BrowserContext, Page } from 'playwright-core';
import { axe } from '../support/browser/axe.ts';
import { openConsole, type ConsoleInBrowser } from '../support/browser/console-in-browser.ts';
import { aboutAMortgage, nora, placeCall } from '../support/browser/place-call.ts';

describe('An agent at the desk', () => {
  let console: ConsoleInBrowser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    console = await openConsole(undefined, {}, { echoCalls: true });
  });
  afterAll(async () => {
    await console?.close();
  });
  beforeEach(async () => {
    console.bank.cloud.desk.behave('ask');
    ({ page, context } = await console.newVisitor());
  });
  afterEach(async () => {
    await context.close();
    console.bank.cloud.desk.behave('answer');
    console.bank.cloud.advisers.behave({ kind: 'comes' });
    expect(console.errors()).toEqual([]);
  });

  /** At the desk, where calls for the contact centre open by themselves. */
  async function sitsDown(): Promise<void> {
    await console.open(page, 'Andy', '/desk');
    await page.getByRole('button', { name: /^My destinations/ }).click();
    await page.getByRole('option', { name: /support/ }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: 'My destinations (1)' }).waitFor();
  }

  async function answers(): Promise<void> {
    await page.getByRole('button', { name: 'Answer contact centre support' }).click();
    await page.getByText('you talk').waitFor();
  }

  const caller = (): ReturnType<Page['getByRole']> => page.getByRole('region', { name: 'Caller', exact: true });

  it('sees who is calling while it rings, and the account only when they ask', async () => {
    await sitsDown();
    await placeCall(console, nora);

    await caller().getByText('Nora Example').waitFor();
    await caller().getByText('my stolen card').waitFor();
    const before = await caller().textContent();
    await expect(axe(page)).resolves.toEqual([]);
    await caller().getByRole('button', { name: 'Show the account' }).click();
    await caller().getByText('87654321').waitFor();
    await answers();
    await page.getByRole('button', { name: 'Hang up contact centre support' }).click();

    expect(before).not.toContain('87654321');
    expect(before).not.toContain('5550177');
    await page.getByText('There is none at the moment').waitFor();
  });

  it('leaves their look at a caller in the list of changes', async () => {
    await page.close();
    page = await context.newPage();

    await console.open(page, 'Olivia', '/changes');

    await page
      .getByRole('row')
      .filter({ hasText: 'andy@example.com' })
      .filter({ hasText: 'Looked at a caller' })
      .filter({ hasText: 'lost-card' })
      .first()
      .waitFor();
  });

  it('ends a call, after they were asked again', async () => {
    await sitsDown();
    await placeCall(console, nora);
    await caller().getByText('Nora Example').waitFor();
    await answers();

    await page.getByRole('button', { name: 'End the call…' }).click();
    await page.getByRole('button', { name: 'End the call', exact: true }).click();

    await page.getByText('There is none at the moment').waitFor();
    await page.getByText('None rings.').waitFor();
  });

  it('transfers a call to a branch', async () => {
    await sitsDown();
    const transactionId = await placeCall(console, nora);
    await caller().getByText('Nora Example').waitFor();
    await answers();

    await page.getByRole('button', { name: 'Transfer…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Transfer the call' });
    await dialog.getByRole('option', { name: /Tacoma/ }).click();
    await dialog.getByRole('button', { name: 'Transfer to Tacoma' }).click();

    const call = page.getByRole('region', { name: 'Calls under way' }).getByRole('listitem');
    await call.filter({ hasText: /tacoma.*answered/i }).waitFor();
    await console.bank.cloud.operatorConsole.command(transactionId, { command: 'hangUp' });
    await page.getByText('There is none at the moment').waitFor();
  });

  it('joins a caller who waits for an adviser, and speaks through a local telephone', async () => {
    console.bank.cloud.advisers.behave({ kind: 'neverComes' });
    await console.open(page, 'Andy', '/desk');
    const transactionId = await placeCall(console, aboutAMortgage);
    await page.getByRole('button', { name: /^Open the call for/ }).click();
    await caller().getByText('Nora Example').waitFor();

    await page.getByRole('button', { name: 'Join the meeting' }).click();

    await page.getByText('the adviser speaks through a local telephone').waitFor();
    await page.getByText('You are in the meeting.').waitFor();
    await page.getByRole('button', { name: 'Leave the meeting' }).click();
    await page.getByText('You have left the meeting').waitFor();
    await console.bank.cloud.operatorConsole.command(transactionId, { command: 'hangUp' });
  });

  it('is shown a caller by the address that a contact centre opens', async () => {
    const transactionId = await placeCall(console, nora);
    const contextId = await contextOfPhoneThatRings(console);

    await console.open(page, 'Andy', `/desk?context=${contextId}`);

    await caller().getByText('Nora Example').waitFor();
    await console.bank.cloud.operatorConsole.command(transactionId, { command: 'hangUp' });
    await console.bank.cloud.pstnAudio.idle();
  });

  it('reads script in a caller’s name as the text that it is', async () => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const callerName = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    await sitsDown();
    await placeCall(console, { ...nora, callerName });

    await caller().getByText(callerName, { exact: true }).waitFor();
    await answers();
    await page.getByRole('button', { name: 'Hang up contact centre support' }).click();
    await page.getByText('There is none at the moment').waitFor();

    expect(dialogs).toEqual([]);
  });
});

/** As the INVITE carries it to the contact centre. */
async function contextOfPhoneThatRings({ bank }: ConsoleInBrowser): Promise<string> {
  for (;;) {
    const ringing = bank.cloud.agentsPhones.phones.find(({ state }) => state === 'ringing');
    if (ringing?.contextId !== undefined) return ringing.contextId;
    await bank.cloud.operatorConsole.ask('/calls/live');
  }
}
