import { Hearing } from '../../../../../../infra/local/pstn-audio/media/hearing.ts';
import type { PassingPacket } from '../../../../../../infra/local/pstn-audio/media/passing-packet.ts';
import { codecs } from '../../../../../../infra/local/pstn-audio/media/codec.ts';
import { dtmfFrame } from '../../../../../../infra/local/pstn-audio/media/dtmf-tones.ts';
import { buildTelephoneEvent } from '../../../../../../infra/local/pstn-audio/media/telephone-event.ts';

const [first, second] = [{}, {}];

function audio(sequence: number, value: number, over: Partial<PassingPacket> = {}): PassingPacket {
  const payload = codecs.PCMU.encode(new Int16Array(160).fill(value));
  return { content: 'PCMU', stream: first, marker: false, sequence, timestamp: sequence * 160, payload, ...over };
}

function key(digit: string, sequence: number, timestamp: number): PassingPacket {
  const payload = buildTelephoneEvent({ digit, end: false, duration: 160, volume: 10 });
  return audio(sequence, 0, { content: 'event', timestamp, payload });
}

/** Somebody who notes the first sample of each frame, and each key. */
function listener() {
  const heard: (number | string | undefined)[] = [];
  return { heard, frame: (pcm: Int16Array) => heard.push(pcm[0]), digit: (digit: string) => heard.push(digit) };
}

describe('what is heard of packets', () => {
  it('begins anew with another stream, wherever its numbers begin', () => {
    const hearing = new Hearing();
    const ear = listener();
    hearing.add(ear);

    for (const packet of [audio(500, 132), audio(502, 132), audio(3, 8316, { stream: second })]) hearing.packet(packet);

    expect(ear.heard).toEqual([132, 8316]);
  });

  it('begins anew with who listens after a while in which nobody did', () => {
    const hearing = new Hearing();
    const ear = listener();
    hearing.add(listener())();
    hearing.packet(audio(1, 132));
    const stop = hearing.add(listener());
    hearing.packet(audio(2, 132));
    stop();

    hearing.add(ear);
    hearing.packet(audio(4, 8316));

    expect(ear.heard).toEqual([8316]);
  });

  it('has silence as long as the packet that is lost', () => {
    const hearing = new Hearing();
    const ear = listener();
    hearing.add(ear);
    const payload = codecs.PCMU.encode(new Int16Array(320).fill(8316));

    for (const sequence of [1, 3, 4, 5]) hearing.packet(audio(sequence, 0, { payload }));

    expect(ear.heard).toEqual([8316, 8316, 0, 0, ...Array<number>(6).fill(8316)]);
  });

  it('has no gap where a key took the place of audio', () => {
    const hearing = new Hearing();
    const ear = listener();
    hearing.add(ear);

    for (const packet of [audio(1, 132), key('5', 2, 320), key('5', 3, 320), audio(4, 8316)]) hearing.packet(packet);

    expect(ear.heard).toEqual([132, '5', 8316]);
  });

  it('has no key that went down before', () => {
    const hearing = new Hearing();
    const ear = listener();
    hearing.packet(key('5', 1, 160));

    hearing.add(ear);
    hearing.packet(key('5', 2, 160));
    hearing.packet(key('6', 3, 480));

    expect(ear.heard).toEqual(['6']);
  });

  it.each([
    { case: 'are keys where there is no other way to send them', tonesAreKeys: true, keys: ['8'] },
    { case: 'are only tones where keys are events', tonesAreKeys: false, keys: [] },
  ])('has tones, which $case', ({ tonesAreKeys, keys }) => {
    const hearing = new Hearing();
    const ear = listener();
    hearing.tonesAreKeys = tonesAreKeys;
    hearing.add(ear);

    for (let frame = 0; frame < 4; frame += 1) hearing.frame(dtmfFrame('8', frame * 160));

    expect(ear.heard.filter((each) => typeof each === 'string')).toEqual(keys);
  });
});
