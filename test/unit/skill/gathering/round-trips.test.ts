import type { services } from 'ask-sdk-model';
import { createLogger } from '../../../../shared/observability/logger.ts';
import { gatherCallerFacts } from '../../../../skill/gathering/caller-facts.ts';
import { aCallerWhoseAlexa, paths, questionOf } from './a-caller.ts';

/** Answers nothing until everything has been asked that can be asked without an answer: then all of it at once. */
function alexaInWaves(): { invoke: services.ApiClient['invoke']; waves: string[][]; answerAll(): Promise<void> } {
  const waves: string[][] = [];
  let waiting: { question: string; answer: () => void }[] = [];
  return {
    waves,
    invoke: ({ url }) =>
      new Promise((resolve) => {
        waiting.push({
          question: questionOf(url),
          answer: () => resolve({ statusCode: 403, headers: [], body: '' }),
        });
      }),
    async answerAll() {
      for (let wave = await settled(); wave.length > 0; wave = await settled()) {
        waves.push(wave.map(({ question }) => question));
        for (const { answer } of wave) answer();
      }
    },
  };

  async function settled(): Promise<typeof waiting> {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    const wave = waiting;
    waiting = [];
    return wave;
  }
}

describe('gathering', () => {
  it('takes one round trip, however little is allowed and whoever speaks', async () => {
    const alexa = alexaInWaves();
    const linkedBeforeWave: number[] = [];
    const caller = aCallerWhoseAlexa(alexa.invoke, {
      access: { isPersonRecognised: true, linkedToken: 'linked-token' },
      linkedProfiles: {
        of: async () => {
          linkedBeforeWave.push(alexa.waves.length);
          return undefined;
        },
      },
    });

    const gathering = caller.gather();
    await alexa.answerAll();
    const facts = await gathering;

    expect(alexa.waves.map((wave) => wave.toSorted())).toEqual([Object.keys(paths).toSorted()]);
    expect(linkedBeforeWave).toEqual([0]);
    expect(facts.phoneNumber).toEqual({ kind: 'permissionMissing' });
  });

  it('leaves no timer behind', async () => {
    const alexa = alexaInWaves();
    const caller = aCallerWhoseAlexa(alexa.invoke);

    const gathering = caller.gather();
    await alexa.answerAll();
    await gathering;

    expect(caller.timers.pending).toBe(0);
  });

  it('survives clients that cannot be made', async () => {
    const { timers, access } = aCallerWhoseAlexa(alexaInWaves().invoke);
    const cannot = (): never => {
      throw new Error('no such client');
    };

    const facts = await gatherCallerFacts(
      access,
      { place: 'needed' },
      {
        clients: { getUpsServiceClient: cannot, getDeviceAddressServiceClient: cannot },
        clock: timers,
        timers,
        logger: createLogger({ clock: timers, write: () => {} }),
      },
    );

    expect(facts).toEqual({
      name: { kind: 'unavailable' },
      phoneNumber: { kind: 'unavailable' },
      location: { kind: 'unavailable' },
    });
  });
});
