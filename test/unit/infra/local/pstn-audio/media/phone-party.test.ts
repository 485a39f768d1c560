import { phoneParty } from '../../../../../../infra/local/pstn-audio/media/phone-party.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';
import { callerOn, frameOf, listenFor } from './caller-fixture.ts';
import { PhoneLines } from './phone-line-fixture.ts';

const lines = new PhoneLines();
afterEach(() => lines.close());

describe('a phone as a party of a conversation', () => {
  it('says what the phone says, and lets it hear the others, until it is released', async () => {
    const { phone, leg } = await callerOn(lines, 440);
    const party = phoneParty(leg);
    const others = toneSource({ frequencyHz: 700 });
    const [ear] = listenFor(phone, 700);
    const pass = async (frames: number): Promise<(number | undefined)[]> => {
      const said: (number | undefined)[] = [];
      for (let frame = 0; frame < frames; frame += 1) {
        party.ear.frame(others.next() ?? frameOf(0));
        await lines.pass(1);
        said.push(party.voice.next()?.length);
      }
      return said;
    };

    const said = await pass(12);
    expect(said.slice(-5)).toEqual([160, 160, 160, 160, 160]);
    expect(ear?.present).toBe(true);

    party.voice.released?.();
    party.ear.released?.();
    while (party.voice.next() !== undefined);
    expect(await pass(12)).toEqual(Array(12).fill(undefined));
    expect(ear?.present).toBe(false);
  });
});
