import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { secretsManagerVersions } from '../../../../../infra/aws/key-rotation/secrets-manager-versions.ts';

interface Answer {
  readonly status: number;
  readonly body: object;
}

const failure = (name: string, message = ''): Answer => ({ status: 400, body: { __type: name, Message: message } });

describe('versions in Secrets Manager', () => {
  let server: Server;
  let asked: { readonly operation: string; readonly body: unknown }[];
  let answers: Answer[];
  const environment = { ...process.env };
  beforeEach(async () => {
    asked = [];
    answers = [];
    server = createServer((request, response) => {
      void textOf(request).then((body) => {
        const operation = String(request.headers['x-amz-target']).replace('secretsmanager.', '');
        asked.push({ operation, body: JSON.parse(body) });
        const { status, body: answer } = answers.shift() ?? failure('NothingMoreIsAnswered');
        response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    process.env['AWS_ACCESS_KEY_ID'] = 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  });
  afterEach(async () => {
    process.env = { ...environment };
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  const versions = () => secretsManagerVersions({ region: 'us-east-1' });

  it('are told by their labels, with when a rotation last came to its end', async () => {
    answers = [{ status: 200, body: { VersionIdsToStages: { v1: ['AWSCURRENT'] }, LastRotatedDate: 1_700_000_000 } }];

    const described = await versions().describe('bank/keys');

    expect(described).toEqual({ labels: new Map([['v1', ['AWSCURRENT']]]), lastRotatedAt: 1_700_000_000_000 });
    expect(asked).toEqual([{ operation: 'DescribeSecret', body: { SecretId: 'bank/keys' } }]);
  });

  it('are read: the one in force, and any by its id', async () => {
    const answer = { status: 200, body: { VersionId: 'v1', SecretString: 'text', CreatedDate: 1_700_000_000 } };
    answers = [answer, answer];
    const store = versions();

    const read = [await store.current('bank/keys'), await store.version('bank/keys', 'v1')];

    const version = { id: 'v1', text: 'text', createdAt: 1_700_000_000_000 };
    expect(read).toEqual([version, version]);
    expect(asked).toEqual([
      { operation: 'GetSecretValue', body: { SecretId: 'bank/keys', VersionStage: 'AWSCURRENT' } },
      { operation: 'GetSecretValue', body: { SecretId: 'bank/keys', VersionId: 'v1' } },
    ]);
  });

  it('have no text as long as none was put there', async () => {
    answers = [failure('ResourceNotFoundException')];

    expect(await versions().version('bank/keys', 'v2')).toBeUndefined();
  });

  it('that are pending get their text once: a second one is not an error', async () => {
    answers = [{ status: 200, body: {} }, failure('ResourceExistsException')];
    const store = versions();

    await store.putPending('bank/keys', 'v2'.repeat(16), 'text');
    await store.putPending('bank/keys', 'v2'.repeat(16), 'another');

    expect(asked[0]).toEqual({
      operation: 'PutSecretValue',
      body: {
        SecretId: 'bank/keys',
        ClientRequestToken: 'v2'.repeat(16),
        SecretString: 'text',
        VersionStages: ['AWSPENDING'],
      },
    });
  });

  it.each([
    { instead: 'v1', removes: { RemoveFromVersionId: 'v1' } },
    { instead: undefined, removes: {} },
  ])('are put in force in place of $instead', async ({ instead, removes }) => {
    answers = [{ status: 200, body: {} }];

    await versions().makeCurrent('bank/keys', 'v2', instead);

    expect(asked).toEqual([
      {
        operation: 'UpdateSecretVersionStage',
        body: { SecretId: 'bank/keys', VersionStage: 'AWSCURRENT', MoveToVersionId: 'v2', ...removes },
      },
    ]);
  });

  it('tell what went wrong by its name, and never what was sent', async () => {
    answers = [failure('ValidationException', "Value 'hunter2' at 'secretString' is too long")];

    const putting = versions().putPending('bank/keys', 'v2'.repeat(16), 'hunter2');

    await expect(putting).rejects.toThrow('PutSecretValue failed: ValidationException');
    await expect(putting).rejects.not.toHaveProperty('cause');
  });
});
