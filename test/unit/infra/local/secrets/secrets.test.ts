import { GetSecretValueCommand, ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { startSecrets, type LocalSecrets } from '../../../../../infra/local/secrets/secrets.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

describe('the local Secrets Manager, asked by the real SDK client', () => {
  let time: TimersFake;
  let held: PromiseWithResolvers<void>;
  let service: LocalSecrets;
  let client: SecretsManagerClient;
  beforeEach(async () => {
    time = new TimersFake();
    held = Promise.withResolvers();
    const after: Timers['after'] = (milliseconds, action) => {
      held.resolve();
      return time.after(milliseconds, action);
    };
    service = await startSecrets({
      clock: time,
      timers: { after, every: time.every.bind(time) },
      ids: idsFake(),
      secrets: { 'bank/context-keys': 'first text' },
    });
    client = new SecretsManagerClient({
      endpoint: service.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 1,
    });
  });
  afterEach(async () => {
    client.destroy();
    await service.close();
  });
  const get = (SecretId: string, more: object = {}): Promise<unknown> =>
    client.send(new GetSecretValueCommand({ SecretId, ...more }));

  it('gives the current version with all that AWS says of it', async () => {
    const answer = await get('bank/context-keys');

    expect(answer).toMatchObject({
      ARN: expect.stringMatching(/^arn:aws:secretsmanager:us-east-1:111122223333:secret:bank\/context-keys-\w{6}$/),
      Name: 'bank/context-keys',
      SecretString: 'first text',
      VersionId: expect.stringMatching(/^[\w-]{36}$/),
      VersionStages: ['AWSCURRENT'],
      CreatedDate: new Date(time.now()),
    });
  });

  it('keeps the ARN of a secret that gets a new version, and understands it without its last part', async () => {
    const arn = service.put('bank/context-keys', 'second text');

    expect(service.put('bank/context-keys', 'third text')).toBe(arn);
    expect(await get(arn)).toMatchObject({ SecretString: 'third text' });
    expect(await get(arn.slice(0, -7))).toMatchObject({ SecretString: 'third text' });
  });

  it.each([
    { case: 'a secret that there is not', id: 'bank/nothing', more: {} },
    { case: 'an earlier version', id: 'bank/context-keys', more: { VersionStage: 'AWSPREVIOUS' } },
    { case: 'a version that there is not', id: 'bank/context-keys', more: { VersionId: 'v'.repeat(36) } },
  ])('does not find $case', async ({ id, more }) => {
    await expect(get(id, more)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('refuses a request without a name', async () => {
    await expect(get('')).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining('SecretId'),
    });
  });

  it('says which operations it does not serve', async () => {
    await expect(client.send(new ListSecretsCommand({}))).rejects.toMatchObject({ name: 'NotServedLocally' });
  });

  it('refuses a request that nobody has signed', async () => {
    const response = await fetch(service.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'secretsmanager.GetSecretValue' },
      body: '{"SecretId":"bank/context-keys"}',
    });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });

  it('fails as often as it was ordered to', async () => {
    service.faults.failNext('GetSecretValue', 'DecryptionFailure', 2);

    for (const _ of [1, 2]) await expect(get('bank/context-keys')).rejects.toMatchObject({ name: 'DecryptionFailure' });
    expect(await get('bank/context-keys')).toMatchObject({ SecretString: 'first text' });
  });

  it('hangs up during an outage, and has lost nothing after it', async () => {
    service.outage(true);

    await expect(get('bank/context-keys')).rejects.toThrow(/socket hang up|ECONNRESET/u);
    service.outage(false);
    expect(await get('bank/context-keys')).toMatchObject({ SecretString: 'first text' });
  });

  it('holds answers back when it is told to be slow', async () => {
    service.slow(300);
    let answered = false;

    const answer = get('bank/context-keys').finally(() => {
      answered = true;
    });
    await held.promise;
    await time.advanceBy(299);
    const early = answered;
    await time.advanceBy(1);

    expect(early).toBe(false);
    expect(await answer).toMatchObject({ SecretString: 'first text' });
  });
});
