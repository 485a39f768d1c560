import * as sdk from '@aws-sdk/client-chime-sdk-voice';
import { unservedOperations } from '../../../../../../infra/local/pstn-audio/api/operations/not-served.ts';
import { VoiceApiUnderTest } from './voice-api-fixture.ts';

let under: VoiceApiUnderTest;
beforeEach(async () => {
  under = await VoiceApiUnderTest.start();
});
afterEach(() => under.close());

/** Every class of error that the client has, by name. */
const classes: Readonly<Record<string, unknown>> = { ...sdk };

const signed = { authorization: 'AWS4-HMAC-SHA256 any' };

describe('the errors of the Voice API', () => {
  it.each([
    { error: 'BadRequestException', status: 400, code: 'BadRequest' },
    { error: 'UnauthorizedClientException', status: 401, code: 'Unauthorized' },
    { error: 'AccessDeniedException', status: 403, code: 'AccessDenied' },
    { error: 'ForbiddenException', status: 403, code: 'Forbidden' },
    { error: 'NotFoundException', status: 404, code: 'NotFound' },
    { error: 'ConflictException', status: 409, code: 'Conflict' },
    { error: 'GoneException', status: 410, code: 'Gone' },
    { error: 'UnprocessableEntityException', status: 422, code: 'Unprocessable' },
    { error: 'ResourceLimitExceededException', status: 400, code: 'ResourceLimitExceeded' },
    { error: 'ThrottledClientException', status: 429, code: 'Throttled' },
    { error: 'ServiceFailureException', status: 500, code: 'ServiceFailure' },
    { error: 'ServiceUnavailableException', status: 503, code: 'ServiceUnavailable' },
  ] as const)('are $error as often as ordered, without effect, in the class of the client', async (expected) => {
    under.api.faults.failNext('CreateVoiceConnector', expected.error, 2);

    for (const _ of [1, 2]) {
      const creating = under.createConnector();
      await expect(creating).rejects.toBeInstanceOf(classes[expected.error]);
      await expect(creating).rejects.toMatchObject({
        name: expected.error,
        Code: expected.code,
        $metadata: { httpStatusCode: expected.status, requestId: expect.any(String) },
      });
    }
    expect(under.registry.voiceConnectors.size).toBe(0);
    await expect(under.createConnector()).resolves.toBeDefined();
  });

  it('say of throttling what AWS says', async () => {
    under.api.faults.failNext('ListSipRules', 'ThrottledClientException');

    await expect(under.send(new sdk.ListSipRulesCommand({}))).rejects.toThrow('Service received too many requests');
  });

  it('say plainly what is not served, and by which name', async () => {
    const asked = under.send(
      new sdk.CreateProxySessionCommand({
        VoiceConnectorId: 'abc',
        Capabilities: ['Voice'],
        ParticipantPhoneNumbers: ['+12065550100', '+12065550101'],
      }),
    );

    await expect(asked).rejects.toBeInstanceOf(sdk.ChimeSDKVoiceServiceException);
    await expect(asked).rejects.toMatchObject({
      name: 'NotServedLocally',
      message: 'CreateProxySession is not part of the local Voice service.',
      $metadata: { httpStatusCode: 501 },
    });
  });

  it.each(Object.entries(unservedOperations))('tell that %s is not served', async (name, http) => {
    const [method, path = ''] = http.split(' ');

    const response = await fetch(`${under.api.endpoint}${path.replaceAll(/\{\w+\}/g, 'x')}`, {
      method: method!,
      headers: signed,
    });

    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({ Code: 'NotServedLocally', Message: expect.stringContaining(name) });
  });

  it.each([
    { case: 'unsigned', path: '/sip-rules', init: { method: 'GET' }, status: 403 },
    { case: 'not JSON', path: '/sip-rules', init: { method: 'POST', body: '{', headers: signed }, status: 400 },
    { case: 'a number', path: '/sip-rules', init: { method: 'POST', body: '7', headers: signed }, status: 400 },
    { case: 'null', path: '/sip-rules', init: { method: 'POST', body: 'null', headers: signed }, status: 400 },
    { case: 'a list', path: '/sip-rules', init: { method: 'POST', body: '[]', headers: signed }, status: 400 },
    {
      case: 'too large',
      path: '/sip-rules',
      init: { method: 'POST', body: `{"Name":"${'x'.repeat(300_000)}"}`, headers: signed },
      status: 400,
    },
    { case: 'for an unknown path', path: '/sip-rules/1/2', init: { method: 'GET', headers: signed }, status: 404 },
    { case: 'badly escaped', path: '/sip-rules/%zz', init: { method: 'GET', headers: signed }, status: 404 },
    { case: 'made by another method', path: '/sip-rules', init: { method: 'PUT', headers: signed }, status: 405 },
    {
      case: 'without the operation that it is for',
      path: '/tags',
      init: { method: 'POST', headers: signed },
      status: 405,
    },
  ])('refuse a request that is $case, in JSON', async ({ path, init, status }) => {
    const response = await fetch(`${under.api.endpoint}${path}`, init);

    expect(response.status).toBe(status);
    expect(response.headers.get('x-amzn-errortype')).toMatch(/Exception$/);
    expect(await response.json()).toMatchObject({ Code: expect.any(String), Message: expect.any(String) });
  });

  it('take a member that is null for one that is absent', async () => {
    const body = JSON.stringify({ Name: 'office', RequireEncryption: true, AwsRegion: null, Tags: null });

    const response = await fetch(`${under.api.endpoint}/voice-connectors`, { method: 'POST', body, headers: signed });

    expect(response.status).toBe(201);
  });

  it('tell of a fault in the service itself', async () => {
    await under.close();
    under = await VoiceApiUnderTest.start({
      desk: {
        placeCall: () => {
          throw new Error('the desk is broken');
        },
        updateCall: () => undefined,
      },
    });
    const SipMediaApplicationId = await under.createApplication();
    const FromPhoneNumber = await under.orderNumber('+12065550100');

    const placing = under.send(
      new sdk.CreateSipMediaApplicationCallCommand({
        SipMediaApplicationId,
        FromPhoneNumber,
        ToPhoneNumber: '+12065550199',
      }),
    );

    await expect(placing).rejects.toBeInstanceOf(sdk.ServiceFailureException);
    await expect(placing).rejects.toThrow('the desk is broken');
  });
});
