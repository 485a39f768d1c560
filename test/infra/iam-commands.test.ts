import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandsOf } from '../support/sdk-commands.ts';

describe('the actions that a bundle needs', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commands-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });
  const actionsOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return [...(await commandsOf(join(folder, 'index.ts')))].sort();
  };

  const store = `
    import { GetCommand, PutCommand, DeleteCommand } from '@aws-sdk/lib-dynamodb';
    export class Store {
      constructor(client: any) { this.client = client; }
      async put(item: object) { return this.client.send(new PutCommand({ Item: item })); }
      async load(id: string) { return this.#get(id); }
      #get(id: string) { return this.client.send(new GetCommand({ Key: { id } })); }
      async forget(id: string) { return this.client.send(new DeleteCommand({ Key: { id } })); }
    }`;

  it('are those of the methods that it calls, and of what they call, and no others', async () => {
    const actions = await actionsOf({
      'store.ts': store,
      'index.ts': `import { Store } from './store.ts';
        const store = new Store(undefined);
        const put = 'of the same name, and no call';
        export const handler = async () => [await store?.load('1'), put];`,
    });

    expect(actions).toEqual(['dynamodb:GetItem']);
  });

  it('are not those of files that are imported for their types', async () => {
    const actions = await actionsOf({
      'store.ts': store,
      'index.ts': `import type { Store } from './store.ts';
        export const handler = async (store: Store) => store.put({});`,
    });

    expect(actions).toEqual([]);
  });

  it('are found in a module that is loaded late, and passed on by another', async () => {
    const actions = await actionsOf({
      'client.ts': `export { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';`,
      'index.ts': `export async function handler() {
        const sdk = await import('./client.ts');
        await new sdk.EventBridgeClient({}).send(new sdk.PutEventsCommand({}));
      }`,
    });

    expect(actions).toEqual(['events:PutEvents']);
  });

  it('are found in what is looked up by a name that is reckoned', async () => {
    const actions = await actionsOf({
      'index.ts': `import { ListAttendeesCommand } from '@aws-sdk/client-chime-sdk-meetings';
        const steps: any = { count: (client: any) => client.send(new ListAttendeesCommand({})) };
        export const handler = async (event: any) => steps[event.step](event.client);`,
    });

    expect(actions).toEqual(['chime:ListAttendees']);
  });

  it('are those of the parts of a transaction, and those of what is read page by page', async () => {
    const actions = await actionsOf({
      'index.ts': `import { TransactWriteCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
        export async function handler(client: any) {
          await client.send(new TransactWriteCommand({ TransactItems: [{ Put: {} }, { ConditionCheck: {} }] }));
          for await (const page of paginateQuery({ client }, {})) void page;
        }`,
    });

    expect(actions).toEqual(['dynamodb:ConditionCheckItem', 'dynamodb:PutItem', 'dynamodb:Query']);
  });

  it.each([
    ['a service', `import { PublishCommand as C, PublishCommand } from '@aws-sdk/client-sns'; new PublishCommand({});`],
    ['a helper', `import { waitUntilTableExists } from '@aws-sdk/client-dynamodb'; void waitUntilTableExists({}, {});`],
  ])('are asked for where %s is not known here', async (_, text) => {
    await expect(actionsOf({ 'index.ts': text })).rejects.toThrow('it is not known here');
  });
});
