import { playSamples, type Playing } from '../../../../../../infra/local/pstn-audio/media/play-samples.ts';
import type { RtpEndpoint } from '../../../../../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { toneSource } from '../../../../../../infra/local/pstn-audio/media/tone.ts';
import { PhoneLines } from './phone-line-fixture.ts';
import { listenFor } from './caller-fixture.ts';

const lines = new PhoneLines();
afterEach(() => lines.close());

describe('playing once', () => {
  it('is finished after the last frame, filled up with silence', async () => {
    const [service, phone] = await lines.pair();
    const heard: number[] = [];
    phone.listen({ frame: (pcm) => heard.push(...pcm) });

    const playing = playSamples(service, new Int16Array(200).fill(32_124));
    await lines.pass(3);
    await playing.finished;

    expect(heard).toEqual([...Array<number>(200).fill(32_124), ...Array<number>(280).fill(0)]);
  });

  it.each([
    { case: 'it is stopped', act: (_: RtpEndpoint, playing: Playing) => playing.stop() },
    { case: 'something else is played', act: (endpoint: RtpEndpoint) => endpoint.play(undefined) },
    { case: 'the leg ends', act: (endpoint: RtpEndpoint) => void endpoint.close() },
  ])('is finished when $case', async ({ act }) => {
    const [service] = await lines.pair();
    const playing = playSamples(service, new Int16Array(8000));

    act(service, playing);

    await expect(playing.finished).resolves.toBeUndefined();
  });

  it('does not stop what has taken its place', async () => {
    const [service, phone] = await lines.pair();
    const [ear] = listenFor(phone, 440);
    const playing = playSamples(service, new Int16Array(8000));
    service.play(toneSource({ frequencyHz: 440 }));

    playing.stop();
    await lines.pass(6);

    expect(ear?.present).toBe(true);
  });
});
