import { hangup } from '../../../../../../../infra/local/pstn-audio/service/actions/hangup.ts';
import { FakeCall } from '../fakes/fake-call.ts';

describe('Hangup', () => {
  const codes = [
    { case: 'no parameters', parameters: {}, code: 0 },
    { case: '0 as text', parameters: { SipResponseCode: '0' }, code: 0 },
    { case: '486 as a number', parameters: { SipResponseCode: 486 }, code: 486 },
    { case: 'empty text everywhere', parameters: { SipResponseCode: '', CallId: '', ParticipantTag: '' }, code: 0 },
  ];

  it.each(codes)('ends LEG-A and gives back code, CallId and tag: $case', async ({ parameters, code }) => {
    const call = new FakeCall();

    const result = await hangup(parameters, call).done;

    expect(result).toEqual({
      kind: 'successful',
      parameters: { SipResponseCode: code, CallId: 'call-a', ParticipantTag: 'LEG-A' },
    });
    expect(call.caller.done).toEqual([`hangUp ${code}`]);
  });

  it.each([{ ParticipantTag: 'LEG-B' }, { CallId: 'call-b', ParticipantTag: 'LEG-A' }])(
    'ends the leg it names: %j',
    async (parameters) => {
      const ended: number[] = [];
      const call = new FakeCall().withLegB({ hangUp: (code) => void ended.push(code) });

      const result = await hangup({ ...parameters, SipResponseCode: '480' }, call).done;

      expect(result.parameters).toEqual({ SipResponseCode: 480, CallId: 'call-b', ParticipantTag: 'LEG-B' });
      expect([ended, call.caller.done]).toEqual([[480], []]);
    },
  );

  it.each([
    { case: 'a code that AWS does not take', parameters: { SipResponseCode: '603' }, message: /SipResponseCode/ },
    { case: 'a leg that is not there', parameters: { ParticipantTag: 'LEG-B' }, message: /CallId or ParticipantTag/ },
    { case: 'a tag that is none', parameters: { ParticipantTag: 'LEG-C' }, message: /ParticipantTag/ },
  ])('fails on $case and ends nobody', async ({ parameters, message }) => {
    const call = new FakeCall();

    const result = await hangup(parameters, call).done;

    expect(result).toMatchObject({
      kind: 'failed',
      errorType: 'InvalidActionParameter',
      errorMessage: expect.stringMatching(message),
    });
    expect(call.caller.done).toEqual([]);
  });
});
