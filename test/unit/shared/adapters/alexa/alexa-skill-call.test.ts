import { alexaSkillCall } from '../../../../../shared/adapters/alexa/alexa-skill-call.ts';
import { startCommunicationSessionRequestSchema } from '../../../../../shared/contracts/communication-session.ts';
import type { CallContextId } from '../../../../../shared/domain/call-context-id.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { CallStartResult } from '../../../../../shared/ports/call-starter.ts';
import { anAlexaEndpoint, type Answer } from './an-alexa-endpoint.ts';

const request = {
  contextId: '1use10hdvk0a.lost-card.AbCdEfGhIjKlMnOpQrStUvWxYz0' as CallContextId,
  from: '+12065550100' as E164,
  to: '+12065550199' as E164,
  deviceId: 'amzn1.ask.device.EXAMPLE',
};

async function startedAt(answer: Answer | 'never', timeoutMs = 5000): Promise<CallStartResult> {
  await using alexa = await anAlexaEndpoint(answer);
  return await alexaSkillCall({ apiEndpoint: alexa.origin, apiAccessToken: 'token', timeoutMs }).start(request);
}

describe('skill call', () => {
  it('asks Alexa for a session between the device and the SIP media application, with the context id', async () => {
    await using alexa = await anAlexaEndpoint({ status: 200, body: '{"sessionId":"s"}' });

    const result = await alexaSkillCall({ apiEndpoint: alexa.origin, apiAccessToken: 'token', timeoutMs: 5000 }).start(
      request,
    );

    const [received] = alexa.received;
    expect(result).toEqual({ kind: 'started' });
    expect(received).toMatchObject({
      method: 'POST',
      url: '/v1/communications/session',
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
    });
    const body: unknown = JSON.parse(received?.body ?? '');
    expect(startCommunicationSessionRequestSchema.parse(body)).toEqual(body);
    expect(body).toEqual({
      participants: [
        {
          id: { type: 'PHONE_NUMBER', value: '+12065550100' },
          endpointId: 'amzn1.ask.device.EXAMPLE',
          isOriginator: true,
        },
        {
          id: { type: 'PHONE_NUMBER', value: '+12065550199' },
          isOriginator: false,
          communicationProviderId: 'amzn1.alexa.csp.id.82bb98bc-384a-11ed-a261-0242ac120002',
        },
      ],
      clientContext: { clientSessionId: request.contextId },
    });
  });

  it.each([
    { status: 401, body: '{"code":"BadToken","message":"m"}', result: { kind: 'unavailable' } },
    { status: 403, body: '{"code":"AccessDenied","message":"m"}', result: { kind: 'permissionMissing' } },
    { status: 404, body: '', result: { kind: 'notAvailableHere' } },
    { status: 429, body: '{"code":"Throttling","message":"m"}', result: { kind: 'busy' } },
    { status: 400, body: '{"code":"InvalidInput","message":"m"}', result: { kind: 'refused', code: 'InvalidInput' } },
    { status: 400, body: '{"code":"InvalidInput"}', result: { kind: 'refused', code: 'InvalidInput' } },
    { status: 400, body: '<html>', result: { kind: 'refused', code: 'Http400' } },
    { status: 415, body: '{"code":7}', result: { kind: 'refused', code: 'Http415' } },
    { status: 500, body: '{"code":"InternalServerError","message":"m"}', result: { kind: 'unavailable' } },
    { status: 503, body: 'down', result: { kind: 'unavailable' } },
  ] as { status: number; body: string; result: CallStartResult }[])(
    'takes $status $body for $result.kind',
    async ({ status, body, result }) => {
      expect(await startedAt({ status, body })).toEqual(result);
    },
  );

  it('has started when Alexa says so, though the rest of the answer never comes', async () => {
    const broken = { status: 200, headers: { 'content-length': '100' }, body: '{' };

    expect(await startedAt(broken, 300)).toEqual({ kind: 'started' });
  });

  it('does not repeat, as a code, what may quote the request', async () => {
    const quoting = { status: 400, body: '{"code":"No call from +12065550100"}' };

    expect(await startedAt(quoting)).toEqual({ kind: 'refused', code: 'Http400' });
  });

  it('is unavailable when there is no answer in time', async () => {
    expect(await startedAt('never', 20)).toEqual({ kind: 'unavailable' });
  });

  it('is unavailable when nobody listens', async () => {
    const alexa = await anAlexaEndpoint('never');
    await alexa[Symbol.asyncDispose]();

    const result = await alexaSkillCall({ apiEndpoint: alexa.origin, apiAccessToken: 'token', timeoutMs: 5000 }).start(
      request,
    );

    expect(result).toEqual({ kind: 'unavailable' });
  });

  it('does not carry its token to where a redirect points', async () => {
    await using elsewhere = await anAlexaEndpoint({ status: 200 });

    const result = await startedAt({ status: 307, headers: { location: elsewhere.origin } });

    expect(result).toEqual({ kind: 'unavailable' });
    expect(elsewhere.received).toEqual([]);
  });
});
