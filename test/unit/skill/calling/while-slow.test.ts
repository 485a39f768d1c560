import { createLogger } from '../../../../shared/observability/logger.ts';
import type { RequestUnderWay } from '../../../../shared/ports/progressive-responses.ts';
import { whileSlow, type WhileSlowServices } from '../../../../skill/calling/while-slow.ts';
import { ssml } from '../../../../skill/speech/ssml.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

const access = { apiEndpoint: 'https://api.amazonalexa.com', apiAccessToken: 'token' };
const said = { access, requestId: 'request-1', speech: ssml`One moment.` };

describe('a caller who waits', () => {
  let timers: TimersFake;
  let spoken: [RequestUnderWay, string][];
  let alexa: Promise<boolean>;
  let lines: string[];
  let services: WhileSlowServices;
  beforeEach(() => {
    timers = new TimersFake();
    spoken = [];
    lines = [];
    alexa = Promise.resolve(true);
    services = {
      progressiveResponses: {
        speak: (request, speech) => {
          spoken.push([request, speech]);
          return alexa;
        },
      },
      timers,
      logger: createLogger({ clock: timers, write: (line) => void lines.push(line) }),
    };
  });
  const workThatTakes = (milliseconds: number): Promise<string> =>
    new Promise((resolve) => void timers.after(milliseconds, () => resolve('done')));

  it('hears nothing when the answer comes in time', async () => {
    const waiting = whileSlow(said, workThatTakes(999), services);
    await timers.advanceBy(999);

    expect(await waiting).toBe('done');
    expect(spoken).toEqual([]);
    expect(timers.pending).toBe(0);
  });

  it('hears once that it takes a moment', async () => {
    const waiting = whileSlow(said, workThatTakes(6000), services);
    await timers.advanceBy(6000);

    expect(await waiting).toBe('done');
    expect(spoken).toEqual([[{ ...access, requestId: 'request-1' }, '<speak>One moment.</speak>']]);
    expect(lines).toEqual([]);
  });

  it('gets the answer after those words have been handed over', async () => {
    const handedOver = Promise.withResolvers<boolean>();
    alexa = handedOver.promise;
    let isAnswered = false;
    const waiting = whileSlow(said, workThatTakes(1600), services).then(() => (isAnswered = true));
    await timers.advanceBy(1700);
    expect(isAnswered).toBe(false);

    handedOver.resolve(true);

    expect(await waiting).toBe(true);
  });

  it('gets the answer a second later at most, when they cannot be handed over', async () => {
    alexa = new Promise(() => {});
    const waiting = whileSlow(said, workThatTakes(1600), services);
    await timers.advanceBy(2500);

    expect(await waiting).toBe('done');
    expect(lines).toHaveLength(1);
  });

  it('gets the answer, though Alexa refuses to say them', async () => {
    alexa = Promise.resolve(false);
    const waiting = whileSlow(said, workThatTakes(2000), services);
    await timers.advanceBy(2000);

    expect(await waiting).toBe('done');
    expect(lines[0]).toContain('progressive-response-not-said');
  });

  it('gets the error that the work ends with', async () => {
    const failing = workThatTakes(2000).then(() => Promise.reject(new Error('broken')));
    const waiting = expect(whileSlow(said, failing, services)).rejects.toThrow('broken');
    await timers.advanceBy(2000);

    await waiting;
    expect(spoken).toHaveLength(1);
  });

  it.each([
    { case: 'no device', without: { access: undefined }, lacking: {} },
    { case: 'no such service', without: {}, lacking: { progressiveResponses: undefined } },
  ])('hears nothing where there is $case', async ({ without, lacking }) => {
    const waiting = whileSlow({ ...said, ...without }, workThatTakes(2000), { ...services, ...lacking });
    await timers.advanceBy(2000);

    expect(await waiting).toBe('done');
    expect(spoken).toEqual([]);
  });
});
