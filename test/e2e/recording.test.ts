import { toneSource } from '../../infra/local/pstn-audio/media/tone.ts';
import { memoryBuckets, type MemoryBuckets } from '../support/memory-buckets.ts';
import {
  actions,
  bobAnswers,
  connected,
  hangingUpTheOther,
  pstnAudioForEachTest,
  respond,
  typesOf,
  voices,
  type ToldEvent,
} from '../support/pstn-audio-fixture.ts';
import { recorded } from '../support/recorded.ts';

const between = pstnAudioForEachTest();

const recordAudio = {
  Type: 'RecordAudio',
  Parameters: {
    RecordingTerminators: ['#'],
    RecordingDestination: { Type: 'S3', BucketName: 'mail', Prefix: 'box/' },
  },
};

/** What Alice says, for 600 ms. */
const tone = toneSource({ frequencyHz: voices.alice });
const message = Int16Array.from(Array.from({ length: 30 }, () => [...(tone.next() ?? [])]).flat());

let buckets: MemoryBuckets;
beforeEach(() => {
  buckets = memoryBuckets();
});

describe('a voicemail', () => {
  const voicemail = hangingUpTheOther(({ InvocationEventType: type, CallDetails: { Participants: legs } }) => {
    if (type === 'NEW_INBOUND_CALL') return respond(recordAudio);
    const connected = legs.filter(({ Status }) => Status === 'Connected');
    return respond(...connected.map(({ CallId }) => actions.hangup(CallId)));
  });

  it('is kept when the caller ends it with a key, which is told', async () => {
    const fixture = await between(voicemail, { buckets });
    const alice = await connected(fixture);

    await alice.say(message);
    await alice.press('#');
    await alice.ended;
    await fixture.service.idle();

    const callId = fixture.told[0]?.CallDetails.Participants[0]?.CallId;
    expect(fixture.told[1]).toMatchObject({
      InvocationEventType: 'ACTION_SUCCESSFUL',
      ActionData: {
        Type: 'RecordAudio',
        RecordingDestination: { Type: 'S3', BucketName: 'mail', Key: `box/${callId}-recordings-1.wav` },
        RecordingTerminatorUsed: '#',
      },
    });
    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL RecordAudio', 'HANGUP Hangup']);
    expect(recorded(buckets.filesIn('mail')[0]).heard(0, voices.alice).length).toBeGreaterThan(0);
  });

  it('is kept when the caller just hangs up, and is told of before HANGUP', async () => {
    const fixture = await between(voicemail, { buckets });
    const alice = await connected(fixture);

    await alice.say(message);
    alice.hangUp();
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL RecordAudio', 'HANGUP Hangup']);
    expect(fixture.told[1]?.CallDetails.Participants.map(({ Status }) => Status)).toEqual(['Disconnected']);
    const file = recorded(buckets.filesIn('mail')[0]);
    expect([file.rate, file.channels, file.heard(0, voices.alice).length > 0]).toEqual([8000, 1, true]);
  });
});

describe('a call recording', () => {
  const of = (event: ToldEvent, tag: string): string =>
    event.CallDetails.Participants.find(({ ParticipantTag }) => ParticipantTag === tag)?.CallId ?? '';
  const start = (CallId: string) => ({
    Type: 'StartCallRecording',
    Parameters: { CallId, Track: 'BOTH', Destination: { Type: 'S3', Location: 'archive/calls' } },
  });

  it('has both sides of a bridged call, each leg seen from its own end', async () => {
    const fixture = await between(
      hangingUpTheOther((event) => {
        const { InvocationEventType: type, ActionData: data } = event;
        if (type === 'NEW_INBOUND_CALL') return respond(actions.bridgeToBob);
        return data?.Type === 'CallAndBridge'
          ? respond(start(of(event, 'LEG-A')), start(of(event, 'LEG-B')))
          : respond();
      }),
      { buckets },
    );
    const answered = bobAnswers(fixture);

    const alice = await connected(fixture);
    const { call: bob } = await answered;
    await fixture.hasTold(3);
    await Promise.all([alice.hears(voices.bob), bob.hears(voices.alice)]);
    await alice.say(message);
    alice.hangUp();
    await fixture.service.idle();

    // In mid-list it reports nothing.
    const started = fixture.told.filter(({ ActionData: data }) => data?.Type === 'StartCallRecording');
    expect(started).toHaveLength(1);
    const { TransactionId: transactionId, Participants: legs } = started[0]!.CallDetails;
    const places = [...buckets.objects.keys()];
    expect(places).toHaveLength(2);
    expect(places).toContain(Object(started[0]!.ActionData).CallRecordingDestination.Location);
    for (const [tag, left, right] of [
      ['LEG-A', voices.alice, voices.bob],
      ['LEG-B', voices.bob, voices.alice],
    ] as const) {
      const callId = legs.find(({ ParticipantTag }) => ParticipantTag === tag)?.CallId;
      const place = places.find((each) => each.endsWith(`_${callId}.wav`)) ?? '';
      expect(place).toMatch(new RegExp(`^archive/calls/\\d{4}/\\d\\d/\\d\\d/[\\d-]+_${transactionId}_[\\w-]+\\.wav$`));
      const file = recorded(buckets.objects.get(place));
      expect(file.channels).toBe(2);
      expect([file.heard(0, left).length > 0, file.heard(1, right).length > 0]).toEqual([true, true]);
      expect([file.heard(0, right), file.heard(1, left)]).toEqual([[], []]);
    }
  });
});
