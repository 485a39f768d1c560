import { callAndBridge } from '../../../../../../../infra/local/pstn-audio/service/actions/call-and-bridge.ts';
import { FakeCall, voiceConnectorArn } from '../fakes/fake-call.ts';
import { ownNumber } from '../fakes/fake-leg.ts';

const phone = { BridgeEndpointType: 'PSTN', Uri: '+12065550141' };
const connector = { BridgeEndpointType: 'AWS', Arn: voiceConnectorArn, Uri: 'support' };
const right = { CallerIdNumber: ownNumber, Endpoints: [phone] };

const wrong = [
  {
    case: 'a ringback tone without a key',
    change: { RingbackTone: { Type: 'S3', BucketName: 'b', Key: '' } },
    type: 'InvalidAudioSource',
    message: 'Ringtone parameter value is invalid.',
  },
  { case: 'no endpoints', change: { Endpoints: null }, message: 'Invalid number of endpoints provided.' },
  { case: 'two endpoints', change: { Endpoints: [phone, phone] }, message: 'Invalid number of endpoints provided.' },
  {
    case: 'a number that is not E.164',
    change: { Endpoints: [{ ...phone, Uri: '2065550141' }] },
    message: 'Endpoint parameter is invalid.',
  },
  {
    case: 'a PSTN endpoint with an ARN',
    change: { Endpoints: [{ ...phone, Arn: voiceConnectorArn }] },
    message: 'Endpoint parameter is invalid.',
  },
  {
    case: 'a user part of more than 30 characters',
    change: { Endpoints: [{ ...connector, Uri: 'a'.repeat(31) }] },
    message: 'Endpoint parameter is invalid.',
  },
  { case: 'a caller id that is no number', change: { CallerIdNumber: 'me' }, message: 'Invalid caller ID.' },
  { case: 'an empty caller id', change: { CallerIdNumber: '' }, message: 'Caller ID not defined.' },
  ...['0', 121, 'soon'].map((seconds) => ({
    case: `a time-out of ${seconds}`,
    change: { CallTimeoutSeconds: seconds },
    message: 'The MaxCallTimeout parameter is invalid. Timeout must be between 0 and 120 seconds.',
  })),
  {
    case: 'a caller id of somebody else',
    change: { CallerIdNumber: '+12065550199' },
    message:
      'Provided caller ID number is invalid. Number must be owned by this AWS account, or be the From number of LEG-A.',
  },
  ...[
    { Subject: 'x' },
    { 'X-Amzn-Id': 'x' },
    { 'x-vine': 'x' },
    { 'X-VC-a': 'x' },
    { 'x-canary-a': 'x' },
    { 'x-voice-a': 'x' },
    { 'X-Long': 'x'.repeat(2049) },
    { 'X-Lines': 'a\r\nVia: b' },
  ].map((headers) => ({
    case: `the header ${Object.keys(headers)[0]}`,
    change: { Endpoints: [connector], SipHeaders: { 'X-Right': '1', ...headers } },
    message: `Invalid SIP header(s) provided: ${Object.keys(headers)[0]}.`,
  })),
  {
    case: 'headers to a telephone number',
    change: { SipHeaders: { 'X-Right': '1' } },
    message: 'Invalid SIP header(s) provided: X-Right.',
  },
  {
    case: 'a Voice Connector of somebody else',
    change: { Endpoints: [{ ...connector, Arn: voiceConnectorArn.replace('111122223333', '999999999999') }] },
    message: 'Resource does not belong to the current AWS account',
  },
];

describe('the parameters of CallAndBridge', () => {
  it.each(wrong)('are refused in AWS’s words: $case', async ({ change, message, ...expected }) => {
    const call = new FakeCall();

    const result = await callAndBridge({ ...right, ...change }, call).done;

    expect(result).toMatchObject({
      kind: 'failed',
      parameters: { CallId: 'call-a' },
      errorType: 'type' in expected ? expected.type : 'InvalidActionParameter',
      errorMessage: message,
    });
    expect(call.placed).toEqual([]);
  });

  it('name several faults in the order of AWS’s page', async () => {
    const faults = {
      RingbackTone: {},
      Endpoints: [],
      CallerIdNumber: 'me',
      CallTimeoutSeconds: 0,
      SipHeaders: { Subject: 'x' },
    };
    const remedies = [
      { RingbackTone: null },
      { Endpoints: [{ ...connector, Uri: '' }] },
      { Endpoints: [connector] },
      { CallerIdNumber: '' },
      { CallerIdNumber: '+12065550199' },
      { CallTimeoutSeconds: 30 },
      { CallerIdNumber: ownNumber },
    ];

    const messages = await Promise.all(
      [{}, ...remedies].map(async (_, n) => {
        const parameters = Object.assign({}, faults, ...remedies.slice(0, n)) as Record<string, unknown>;
        const result = await callAndBridge(parameters, new FakeCall()).done;
        return result.kind === 'failed' ? result.errorMessage.split(' ').slice(0, 2).join(' ') : '';
      }),
    );

    expect(messages).toEqual([
      'Ringtone parameter',
      'Invalid number',
      'Endpoint parameter',
      'Invalid caller',
      'Caller ID',
      'The MaxCallTimeout',
      'Provided caller',
      'Invalid SIP',
    ]);
  });

  it('may have headers for a telephone number where the configuration reads AWS so', async () => {
    const call = new FakeCall({ behavior: { PstnSipHeaders: 'Send' } });

    void callAndBridge({ ...right, SipHeaders: { 'X-Right': '1' } }, call);
    await call.timers.advanceBy(0);

    expect(call.placed[0]?.invite.headers).toEqual({ 'X-Right': '1' });
  });

  it('are refused on a call that is bridged already', async () => {
    const call = new FakeCall().withLegB();

    expect(await callAndBridge(right, call).done).toMatchObject({ errorType: 'InvalidActionParameter' });
    expect(call.placed).toEqual([]);
  });
});
