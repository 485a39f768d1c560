import { startSecrets, type LocalSecrets } from '../../../../../infra/local/secrets/secrets.ts';
import { secretsManager } from '../../../../../shared/adapters/secrets/secrets-manager.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

describe('secrets of Secrets Manager', () => {
  /** Stands still: what the service holds back is held back for ever. */
  const time = new TimersFake();
  let service: LocalSecrets;
  const environment = { ...process.env };
  beforeEach(async () => {
    service = await startSecrets({
      clock: time,
      timers: time,
      ids: idsFake(),
      secrets: { 'bank/context-keys': 'the text' },
    });
    process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] = service.endpoint;
    process.env['AWS_ACCESS_KEY_ID'] = 'test';
    process.env['AWS_SECRET_ACCESS_KEY'] = 'test';
  });
  afterEach(async () => {
    process.env = { ...environment };
    await service.close();
  });

  it('are read by name and by ARN, as they are at the moment', async () => {
    const secrets = secretsManager({ region: 'us-east-1' });

    const first = await secrets.read('bank/context-keys');
    const arn = service.put('bank/context-keys', 'the next text');
    const second = await secrets.read(arn);

    expect([first, second]).toEqual(['the text', 'the next text']);
  });

  it('are read at the second attempt when Secrets Manager is busy for a moment', async () => {
    service.faults.failNext('GetSecretValue', 'ThrottlingException');

    const text = await secretsManager({ region: 'us-east-1' }).read('bank/context-keys');

    expect(text).toBe('the text');
  });

  it.each([
    { case: 'there is no such secret', name: 'bank/nothing', fault: undefined, cause: 'ResourceNotFoundException' },
    {
      case: 'Secrets Manager stays busy',
      name: 'bank/context-keys',
      fault: 'ThrottlingException' as const,
      cause: 'ThrottlingException',
    },
    {
      case: 'the function may not read it',
      name: 'bank/context-keys',
      fault: 'AccessDeniedException' as const,
      cause: 'AccessDeniedException',
    },
  ])('cannot be had when $case, and the SDK says why', async ({ name, fault, cause }) => {
    if (fault !== undefined) service.faults.failNext('GetSecretValue', fault, 2);

    const reading = secretsManager({ region: 'us-east-1' }).read(name);

    await expect(reading).rejects.toMatchObject({ code: 'store-unavailable', cause: { name: cause } });
  });

  it('cannot be had while nothing answers', async () => {
    service.outage(true);

    const reading = secretsManager({ region: 'us-east-1' }).read('bank/context-keys');

    await expect(reading).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('are waited for no longer than the time-out of each attempt', async () => {
    service.slow(1);

    const reading = secretsManager({ region: 'us-east-1', requestTimeoutMs: 20 }).read('bank/context-keys');

    await expect(reading).rejects.toMatchObject({
      code: 'store-unavailable',
      cause: { name: 'TimeoutError', $metadata: { attempts: 2 } },
    });
  });

  it('are given up at once when nobody waits any more', async () => {
    service.slow(1);
    const invocation = new AbortController();

    const reading = secretsManager({ region: 'us-east-1' }).read('bank/context-keys', { signal: invocation.signal });
    invocation.abort();

    await expect(reading).rejects.toMatchObject({ code: 'store-unavailable', cause: { name: 'AbortError' } });
  });
});
