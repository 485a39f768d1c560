import { actions, outcomeOf, pstnAudioForEachTest, respond } from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();

describe('an action with a wrong parameter', () => {
  const wrong = [
    {
      case: 'a caller id that is not owned, on a skill call',
      change: { CallerIdNumber: '+12065550123' },
      message: /Provided caller ID number is invalid/,
    },
    { case: 'no caller id', change: { CallerIdNumber: undefined }, message: /Caller ID not defined/ },
    { case: 'two endpoints', change: { Endpoints: [{}, {}] }, message: /Invalid number of endpoints/ },
    {
      case: 'an endpoint that is no number',
      change: { Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '555' }] },
      message: /Endpoint parameter is invalid/,
    },
    {
      case: 'a Voice Connector of somebody else',
      change: {
        Endpoints: [{ BridgeEndpointType: 'AWS', Arn: 'arn:aws:chime:us-east-1:999999999999:vc/x', Uri: 'a' }],
      },
      message: /does not belong to the current AWS account/,
    },
    {
      case: 'a time-out beyond two minutes',
      change: { CallTimeoutSeconds: 121 },
      message: /between 0 and 120 seconds/,
    },
    {
      case: 'a header that may not be sent',
      change: { SipHeaders: { Subject: 'no' } },
      message: /Invalid SIP header\(s\) provided: Subject/,
    },
  ];

  it.each(wrong)('fails with InvalidActionParameter in AWS’s words: $case', async ({ change, message }) => {
    const bad = { ...actions.bridgeToBob, Parameters: { ...actions.bridgeToBob.Parameters, ...change } };
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? respond(bad) : respond(actions.hangup()),
    );

    await outcomeOf(fixture, { 'X-Alexa-LWA-ClientId': 'any' });
    await fixture.service.idle();

    expect(fixture.told[1]).toMatchObject({
      InvocationEventType: 'ACTION_FAILED',
      ActionData: {
        Type: 'CallAndBridge',
        ErrorType: 'InvalidActionParameter',
        ErrorMessage: expect.stringMatching(message),
      },
    });
  });
});
