import { readBridgeRequest } from '../../../../../../infra/local/pstn-audio/service/actions/bridge-request.ts';
import { summarizeInvite } from '../../../../../../infra/local/pstn-audio/service/inbound-invite.ts';
import { FakeCall } from './fakes/fake-call.ts';
import { inviteTo } from './trunk/invite-fixture.ts';

describe('the From of a caller', () => {
  it.each([
    { case: 'an E.164 number', from: '+12065550123', shown: '+12065550123' },
    { case: 'eleven digits', from: '12065550123', shown: '+12065550123' },
    { case: 'an extension', from: '1001', shown: '1001' },
    { case: 'digits that no country begins with', from: '02065550123', shown: '02065550123' },
    { case: 'a name', from: 'alice', shown: 'anonymous' },
  ])('is shown as $shown when it is $case', ({ from, shown }) => {
    expect(summarizeInvite(inviteTo('sip:+14255550100@127.0.0.1', { from })).from).toBe(shown);
  });

  it('cannot be shown to another party when it is no E.164 number, and watchers are told why', () => {
    const call = new FakeCall({ caller: { from: '1001' } });
    const endpoint = { BridgeEndpointType: 'PSTN', Uri: '+12065550199' };

    const reading = readBridgeRequest({ CallerIdNumber: '1001', Endpoints: [endpoint] }, call);

    expect(reading).toMatchObject({
      kind: 'invalid',
      problem: { errorMessage: 'Invalid caller ID.', note: expect.stringContaining('no E.164 number') },
    });
  });
});
