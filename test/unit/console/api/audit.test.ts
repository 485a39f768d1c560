import type { CallControl } from '../../../../console/api/call-control.ts';
import { callContextOf, contextCreatedAt, contextExpiresAt } from '../../../support/call-context-builder.ts';
import { ConsoleFixture, type ConsoleAnswer } from './console-fixture.ts';

const transactionId = '11111111-2222-4333-8444-555555555555';

describe('the audit of the console', () => {
  let desktop: ConsoleFixture;
  beforeEach(() => {
    desktop = new ConsoleFixture();
  });

  const look = (id: string): Promise<ConsoleAnswer> =>
    desktop.ask({ route: 'GET /call-contexts/{id}', path: { id }, asker: 'agent-1' });
  const command = (body: object, kind: 'accepted' | 'callNotFound' = 'accepted'): Promise<ConsoleAnswer> => {
    const callControl: CallControl = {
      commands: { send: async () => (kind === 'accepted' ? { kind, commandId: 'command-1' } : { kind }) },
      usualApplication: { sipMediaApplicationId: 'application', region: 'us-east-1' },
    };
    const request = { route: 'POST /calls/{transactionId}/commands', path: { transactionId }, body, asker: 'agent-1' };
    return desktop.ask(request, { callControl });
  };

  async function storedContext(): Promise<string> {
    const id = desktop.contextIds.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
    await desktop.contexts.put(callContextOf({ id }));
    return id;
  }

  it('remembers each look at a context, without what was seen', async () => {
    const id = await storedContext();

    await look(id);
    await look(id);

    const change = { at: contextCreatedAt, kind: 'contextRead', by: 'agent-1', subject: id };
    expect(desktop.changes).toEqual([change, change]);
  });

  it('remembers a look at what a caller has called for before', async () => {
    const id = await storedContext();

    await desktop.ask({ route: 'GET /call-contexts/{id}/calls', path: { id }, asker: 'agent-1' });

    const change = { at: contextCreatedAt, kind: 'contextRead', by: 'agent-1', subject: id, detail: 'earlier calls' };
    expect(desktop.changes).toEqual([change]);
  });

  it('remembers no look at what was not there', async () => {
    await look(desktop.contextIds.issue({ reasonId: 'billing', expiresAt: contextExpiresAt }));

    expect(desktop.changes).toEqual([]);
  });

  it.each([
    { body: { command: 'transfer', destination: 'branch:tacoma' }, detail: 'transfer branch:tacoma' },
    { body: { command: 'hangUp' }, detail: 'hangUp' },
  ])('remembers that a call was told to $detail', async ({ body, detail }) => {
    await command(body);

    expect(desktop.changes).toEqual([
      { at: contextCreatedAt, kind: 'callCommanded', by: 'agent-1', subject: transactionId, detail },
    ]);
  });

  it('remembers no command that reached no call', async () => {
    await command({ command: 'hangUp' }, 'callNotFound');

    expect(desktop.changes).toEqual([]);
  });

  it('keeps nobody from what they ask for when nothing can be remembered, and the log says so', async () => {
    desktop.auditIsThere = false;
    const id = await storedContext();

    const answers = [await look(id), await command({ command: 'hangUp' })];

    expect(answers.map(({ status }) => status)).toEqual([200, 202]);
    expect(await desktop.contexts.deliveries(id as never)).toHaveLength(1);
    expect(desktop.logged.filter((line) => line.includes('change-not-recorded'))).toHaveLength(2);
  });
});
