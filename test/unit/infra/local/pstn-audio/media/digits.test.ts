import fc from 'fast-check';
import { DigitReceiver } from '../../../../../../infra/local/pstn-audio/media/digit-receiver.ts';
import {
  DigitSender,
  type DigitPacket,
  type DigitOptions,
} from '../../../../../../infra/local/pstn-audio/media/digit-sender.ts';
import {
  buildTelephoneEvent,
  parseTelephoneEvent,
} from '../../../../../../infra/local/pstn-audio/media/telephone-event.ts';

const start = 0xffff_ff00;

/** What a sender puts into each of `frames` frames. */
function send(digits: string, timing: DigitOptions, frames = 100): (DigitPacket | undefined)[] {
  const sender = new DigitSender();
  void sender.press(digits, timing);
  return Array.from({ length: frames }, (_, frame) => sender.next((start + frame * 160) >>> 0));
}
function hear(packets: readonly (DigitPacket | undefined)[]): string {
  const receiver = new DigitReceiver();
  return packets.map((packet) => packet && receiver.accept(packet.timestamp, packet.payload)).join('');
}

describe('a key press', () => {
  it('has the payload of RFC 4733 §2.3', () => {
    const payload = buildTelephoneEvent({ digit: '#', end: true, duration: 400, volume: 10 });

    expect([...payload]).toEqual([11, 0x8a, 1, 0x90]);
    expect(parseTelephoneEvent(payload)).toEqual({ digit: '#', end: true, duration: 400, volume: 10 });
  });

  it.each([[Uint8Array.of(1, 2, 3)], [Uint8Array.of(16, 0, 0, 160)], [Uint8Array.of()]])(
    'is not read from %p',
    (payload) => {
      expect(parseTelephoneEvent(payload)).toBeUndefined();
    },
  );

  it('keeps its timestamp, grows, and says three times that it has ended', () => {
    const packets = send('5', { toneMilliseconds: 60, gapMilliseconds: 20 }, 7);

    expect(
      packets.map(
        (packet) => packet && { ...parseTelephoneEvent(packet.payload), marker: packet.marker, at: packet.timestamp },
      ),
    ).toEqual([
      { digit: '5', duration: 160, end: false, volume: 10, marker: true, at: start },
      { digit: '5', duration: 320, end: false, volume: 10, marker: false, at: start },
      { digit: '5', duration: 480, end: true, volume: 10, marker: false, at: start },
      { digit: '5', duration: 480, end: true, volume: 10, marker: false, at: start },
      { digit: '5', duration: 480, end: true, volume: 10, marker: false, at: start },
      undefined,
      undefined,
    ]);
  });

  it('is heard once, and repeated keys as often as they are pressed', () => {
    expect(hear(send('1122A*#', { toneMilliseconds: 40, gapMilliseconds: 40 }))).toBe('1122A*#');
  });

  it('is heard once however many of its packets are lost, doubled or late, as long as one arrives', () => {
    const packets = send('7', { toneMilliseconds: 100 }).filter((packet) => packet !== undefined);

    fc.assert(
      fc.property(fc.array(fc.constantFrom(...packets), { minLength: 1 }), (arriving) => {
        expect(hear(arriving)).toBe('7');
      }),
    );
  });

  it('is heard once when it is held longer than one event can say', () => {
    const packets = send('9', { toneMilliseconds: 24_000 }, 1300);

    expect(new Set(packets.map((packet) => packet?.timestamp)).size).toBe(4);
    expect(hear(packets)).toBe('9');
  });

  it('is another one when the key was let go in between, even where the second touches the first', () => {
    const press = (timestamp: number, end: boolean): DigitPacket => ({
      digit: '3',
      elapsed: undefined,
      timestamp,
      marker: !end,
      payload: buildTelephoneEvent({ digit: '3', end, duration: 480, volume: 10 }),
    });

    expect(hear([press(0, false), press(0, true), press(480, false)])).toBe('33');
  });

  it('waits half a second for a comma', () => {
    const pressed = send(',1', { toneMilliseconds: 20 });

    expect(pressed.findIndex((packet) => packet !== undefined)).toBe(25);
  });

  it('is done when the pause after the last key is over', async () => {
    const sender = new DigitSender();
    const done: string[] = [];
    const pressing = sender.press('1', { toneMilliseconds: 20, gapMilliseconds: 20 }).then(() => done.push('done'));

    for (let frame = 0; frame < 4; frame += 1) sender.next(frame * 160);
    await Promise.resolve();
    expect(done).toEqual([]);
    sender.next(4 * 160);
    await pressing;

    expect(done).toEqual(['done']);
  });

  it('lets go whoever waits when it is called off', async () => {
    const sender = new DigitSender();
    const pressing = sender.press('12345');

    sender.cancel();

    await expect(pressing).resolves.toBeUndefined();
    expect(sender.next(0)).toBeUndefined();
  });

  it('that is called off is let go with three packets, and those that follow are not pressed', async () => {
    const sender = new DigitSender();
    const calledOff = new AbortController();
    const pressing = sender.press('12,3', { toneMilliseconds: 100, signal: calledOff.signal });
    const packets = [sender.next(0), sender.next(160)];

    calledOff.abort();
    for (let frame = 2; frame < 6; frame += 1) packets.push(sender.next(frame * 160));
    await pressing;

    const said = packets.map((packet) => packet && parseTelephoneEvent(packet.payload));
    expect(said.map((event) => event && [event.digit, event.duration, event.end])).toEqual([
      ['1', 160, false],
      ['1', 320, false],
      ['1', 480, true],
      ['1', 480, true],
      ['1', 480, true],
      undefined,
    ]);
    expect(sender.busy).toBe(false);
  });

  it.each([
    { case: 'before the first key', frames: 0 },
    { case: 'in a pause', frames: 5 },
    { case: 'in a comma', frames: 12 },
  ])('called off $case, is over with the next frame', async ({ frames }) => {
    const sender = new DigitSender();
    const calledOff = new AbortController();
    const pressing = sender.press('1,2', {
      toneMilliseconds: 20,
      gapMilliseconds: 120,
      signal: calledOff.signal,
    });
    for (let frame = 0; frame < frames; frame += 1) sender.next(frame * 160);

    calledOff.abort();

    expect(sender.next(frames * 160)).toBeUndefined();
    await expect(pressing).resolves.toBeUndefined();
  });

  it('called off leaves others to be pressed', () => {
    const sender = new DigitSender();
    void sender.press('1', { signal: AbortSignal.abort() });
    void sender.press('2');

    expect(sender.next(0)?.digit).toBe('2');
  });

  it('exists for the keys of a phone only', () => {
    expect(() => new DigitSender().press('12x')).toThrow(RangeError);
    expect(() => buildTelephoneEvent({ digit: '', end: false, duration: 0, volume: 0 })).toThrow(RangeError);
  });

  it.each([
    { case: 'its beginning is lost', arriving: (packets: DigitPacket[]) => packets.slice(3) },
    { case: 'its end is lost', arriving: (packets: DigitPacket[]) => packets.slice(0, 3) },
  ])('is heard, and the next as well, when $case', ({ arriving }) => {
    const packets = send('12', { toneMilliseconds: 80, gapMilliseconds: 20 }).filter((packet) => packet !== undefined);
    const first = packets.filter(({ digit }) => digit === '1');
    const second = packets.filter(({ digit }) => digit === '2');

    expect(hear([...arriving(first), ...arriving(second)])).toBe('12');
  });

  it('is heard of another stream, whose time may be behind', () => {
    const receiver = new DigitReceiver();
    const payload = buildTelephoneEvent({ digit: '4', end: false, duration: 160, volume: 10 });
    const [before, after] = [{}, {}];

    expect([
      receiver.accept(5000, payload, before),
      receiver.accept(100, payload, before),
      receiver.accept(100, payload, after),
      receiver.accept(100, payload, after),
    ]).toEqual(['4', undefined, '4', undefined]);
  });
});
