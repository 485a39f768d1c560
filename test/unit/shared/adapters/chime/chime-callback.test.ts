import { chimeCallback } from '../../../../../shared/adapters/chime/chime-callback.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import { createLogger } from '../../../../../shared/observability/logger.ts';
import type { CallStarter } from '../../../../../shared/ports/call-starter.ts';
import { callRequest } from '../../../../contract/call-starter.contract.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { anAlexaEndpoint, type AlexaEndpoint, type Answer } from '../alexa/an-alexa-endpoint.ts';

const sipMediaApplicationId = '00000000-0000-4000-8000-0000000000aa';

describe('a callback', () => {
  const before = { ...process.env };
  let lines: string[];
  beforeEach(() => {
    lines = [];
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' });
  });
  afterEach(() => {
    process.env = { ...before };
  });

  const callbackAt = ({ origin }: AlexaEndpoint): CallStarter => {
    process.env['AWS_ENDPOINT_URL_CHIME_SDK_VOICE'] = origin;
    const log = createLogger({ clock: new TimersFake(), write: (line) => void lines.push(line) });
    return chimeCallback({ sipMediaApplicationId, region: 'us-east-1', log });
  };
  const error = (status: number, name: string, message = 'm'): Answer => ({
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': name },
    body: JSON.stringify({ Message: message }),
  });

  it('rings the caller from the number of the SIP media application, with nothing but the context id', async () => {
    await using service = await anAlexaEndpoint({ status: 201, body: '{}' });

    await callbackAt(service).start(callRequest);

    const [received] = service.received;
    expect(received).toMatchObject({
      method: 'POST',
      url: `/sip-media-applications/${sipMediaApplicationId}/calls`,
    });
    expect(JSON.parse(received?.body ?? '')).toEqual({
      FromPhoneNumber: '+12065550199',
      ToPhoneNumber: '+12065550100',
      ArgumentsMap: { callContextId: callRequest.contextId },
    });
  });

  it('rings no number that it may not, whoever asks for it', async () => {
    await using service = await anAlexaEndpoint({ status: 201, body: '{}' });
    const callback = callbackAt(service);
    const from = '+18765550147' as E164;

    expect(callback.reaches?.(from)).toBe(false);
    expect(await callback.start({ ...callRequest, from })).toEqual({ kind: 'notCapable' });

    expect(service.received).toEqual([]);
  });

  it('is busy when the account has as many calls as it may', async () => {
    await using service = await anAlexaEndpoint(error(400, 'ResourceLimitExceededException'));

    expect(await callbackAt(service).start(callRequest)).toEqual({ kind: 'busy' });

    expect(lines).toEqual([]);
  });

  it('leaves the reason of a refusal in the log, and no number', async () => {
    await using service = await anAlexaEndpoint(
      error(400, 'BadRequestException', 'ToPhoneNumber +12065550100 is not valid'),
    );

    expect(await callbackAt(service).start(callRequest)).toEqual({ kind: 'refused', code: 'BadRequestException' });

    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('callback-not-started');
    expect(lines[0]).not.toContain('2065550100');
  });

  it('goes on with the client it has', async () => {
    await using service = await anAlexaEndpoint({ status: 201, body: '{}' });
    const callback = callbackAt(service);

    const results = [await callback.start(callRequest), await callback.start(callRequest)];

    expect(results).toEqual([{ kind: 'started' }, { kind: 'started' }]);
    expect(service.received).toHaveLength(2);
  });
});
