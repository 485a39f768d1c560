import { startVoiceApi, type VoiceApi } from '../../../../../infra/local/pstn-audio/api/start-voice-api.ts';
import { Registry } from '../../../../../infra/local/pstn-audio/objects/registry.ts';
import { chimeCallCommands } from '../../../../../shared/adapters/chime/chime-call-commands.ts';
import { hmacCallCommandSigner } from '../../../../../shared/adapters/hmac/call-command-signer.ts';
import { noKeys } from '../../../../../shared/adapters/hmac/signing-key-source.ts';
import { createLogger } from '../../../../../shared/observability/logger.ts';
import type { CallCommandSigner, CallCommands } from '../../../../../shared/ports/call-commands.ts';
import { idsFake } from '../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { CallDeskFake } from '../../../infra/local/pstn-audio/api/voice-api-fixture.ts';

const region = 'us-east-1';
const sipMediaApplicationId = '00000000-0000-4000-8000-0000000000aa';

describe('commands over UpdateSipMediaApplicationCall', () => {
  const before = { ...process.env };
  let api: VoiceApi;
  let desk: CallDeskFake;
  let clock: TimersFake;
  let signer: CallCommandSigner;
  let commands: CallCommands;
  let lines: string[];

  beforeEach(async () => {
    clock = new TimersFake();
    desk = new CallDeskFake();
    api = await startVoiceApi({
      registry: new Registry('111122223333', clock),
      desk,
      clock,
      timers: clock,
      ids: idsFake(),
    });
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_CHIME_SDK_VOICE: api.endpoint,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
    signer = hmacCallCommandSigner({
      keys: { current: 'a', keys: new Map([['a', new Uint8Array(32).fill(1)]]) },
      ids: idsFake(),
    });
    lines = [];
    const log = createLogger({ clock, write: (line) => void lines.push(line) });
    commands = chimeCallCommands({ signer, clock, log, requestTimeoutMs: 2000 });
  });
  afterEach(async () => {
    process.env = { ...before };
    await api.close();
  });

  const call = () => ({ transactionId: desk.underWay, sipMediaApplicationId, region });

  it('reach the call signed, and are accepted by the id under which it knows them', async () => {
    const sent = await commands.send(call(), { command: 'transfer', destination: 'branch:tacoma' });

    expect(desk.updates).toMatchObject([{ transactionId: desk.underWay, sipMediaApplicationId }]);
    expect(signer.check(desk.underWay, desk.updates[0]?.arguments, clock.now())).toEqual({
      kind: 'valid',
      command: { command: 'transfer', destination: 'branch:tacoma' },
      commandId: sent.kind === 'accepted' ? sent.commandId : '',
    });
  });

  it('come once, with one id, though the API throttles the first attempt', async () => {
    api.faults.failNext('UpdateSipMediaApplicationCall', 'ThrottledClientException');

    const sent = await commands.send(call(), { command: 'hangUp' });

    expect(sent.kind).toBe('accepted');
    expect(desk.updates).toHaveLength(1);
  });

  it.each([
    { fault: 'NotFoundException', kind: 'callNotFound' },
    { fault: 'ThrottledClientException', kind: 'throttled' },
    { fault: 'ServiceFailureException', kind: 'unavailable' },
    { fault: 'ForbiddenException', kind: 'unavailable' },
  ] as const)('end as $kind when the API says $fault', async ({ fault, kind }) => {
    api.faults.failNext('UpdateSipMediaApplicationCall', fault, 5);

    expect(await commands.send(call(), { command: 'mute' })).toEqual({ kind });

    expect(lines.length).toBe(kind === 'unavailable' ? 1 : 0);
  });

  it('do not find a call that is over', async () => {
    const over = { ...call(), transactionId: '00000000-0000-4000-8000-999999999999' };

    expect(await commands.send(over, { command: 'hangUp' })).toEqual({ kind: 'callNotFound' });
  });

  it('are unavailable when nobody listens', async () => {
    await api.close();

    expect(await commands.send(call(), { command: 'hangUp' })).toEqual({ kind: 'unavailable' });
  });

  it('are signed by keys that are loaded with the first of them', async () => {
    const log = createLogger({ clock, write: (line) => void lines.push(line) });
    const loaded = Promise.withResolvers<void>();
    const ready = async (): Promise<void> => loaded.promise;
    const sending = chimeCallCommands({ signer: { ...signer, ready }, clock, log }).send(call(), { command: 'hangUp' });

    const before = desk.updates.length;
    loaded.resolve();

    expect((await sending).kind).toBe('accepted');
    expect([before, desk.updates.length]).toEqual([0, 1]);
  });

  it('are unavailable while there is no key to sign them with', async () => {
    const log = createLogger({ clock, write: (line) => void lines.push(line) });
    const keyless = hmacCallCommandSigner({ keys: noKeys, ids: idsFake() });

    const sent = await chimeCallCommands({ signer: keyless, clock, log }).send(call(), { command: 'hangUp' });

    expect([sent, desk.updates]).toEqual([{ kind: 'unavailable' }, []]);
    expect(lines.join()).toContain('"code":"store-unavailable"');
  });
});
