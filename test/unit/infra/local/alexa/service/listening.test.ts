import type { AlexaTurn } from '../../../../../../infra/local/alexa/service/turn.ts';
import {
  alexaAtHome,
  asksConsent,
  says,
  ScriptedSkill,
  type AlexaAtHome,
  type ScriptedAnswer,
} from '../../../../../support/alexa-at-home.ts';

const stillThere = { reprompt: { outputSpeech: { type: 'PlainText', text: 'Still there?' } } };

let home: AlexaAtHome | undefined;
let silences: AlexaTurn[] = [];
let skill: ScriptedSkill;

async function listening(forMs: number | undefined, ...script: ScriptedAnswer[]): Promise<AlexaAtHome> {
  silences = [];
  skill = new ScriptedSkill(...script);
  const onSilence = (turn: AlexaTurn): void => void silences.push(turn);
  home = await alexaAtHome(skill, {}, { listening: forMs === undefined ? { onSilence } : { forMs, onSilence } });
  return home;
}

/** An answer of the skill's that waits until it is given. */
class SlowAnswer {
  readonly #asked = Promise.withResolvers<undefined>();
  readonly #answer = Promise.withResolvers<unknown>();
  readonly asked = this.#asked.promise;

  readonly answer = (): Promise<unknown> => {
    this.#asked.resolve(undefined);
    return this.#answer.promise;
  };

  give(answer: unknown): void {
    this.#answer.resolve(answer);
  }
}

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

describe('an Alexa that listens by the clock', () => {
  it('asks again after eight seconds, and gives up after eight more', async () => {
    const { alexa, timers } = await listening(undefined, says('Welcome.', stillThere));
    await alexa.say('open corner library');

    await timers.advanceBy(7999);
    expect(silences).toEqual([]);
    await timers.advanceBy(1);
    expect(silences).toMatchObject([{ speech: 'Still there?', sessionOpen: true }]);
    await timers.advanceBy(8000);

    expect(silences[1]).toMatchObject({ sessionOpen: false, ended: { reason: 'EXCEEDED_MAX_REPROMPTS' } });
    expect(skill.last.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
    expect(timers.pending).toBe(0);
  });

  it('waits no longer for somebody who speaks, and counts anew afterwards', async () => {
    const { alexa, timers } = await listening(1000, says('Welcome.', stillThere), says('Help.', stillThere));
    await alexa.say('open corner library');
    await timers.advanceBy(900);

    await alexa.say('help');
    await timers.advanceBy(900);

    expect(silences).toEqual([]);
    await timers.advanceBy(100);
    expect(silences).toHaveLength(1);
  });

  it('does not count while the skill is at work', async () => {
    const slow = new SlowAnswer();
    const { alexa, timers } = await listening(1000, says('Welcome.', stillThere), slow.answer);
    const welcome = alexa.say('open corner library');
    const help = alexa.say('help');
    await Promise.all([welcome, slow.asked]);

    await timers.advanceBy(5000);
    slow.give(says('Help.', { shouldEndSession: true }));
    await help;
    await timers.advanceBy(0);

    expect(silences).toEqual([]);
  });

  it('does not count for somebody whose words wait for their turn', async () => {
    const slow = new SlowAnswer();
    const { alexa, timers } = await listening(
      1000,
      says('Welcome.', stillThere),
      slow.answer,
      says('Help.', { shouldEndSession: true }),
    );
    await alexa.say('open corner library');
    const event = alexa.skillEvent({ type: 'SkillEnabled' });
    const help = alexa.say('help');
    await slow.asked;

    await timers.advanceBy(5000);
    slow.give(undefined);
    await Promise.all([event, help]);
    await timers.advanceBy(0);

    expect(silences).toEqual([]);
  });

  it('takes silence for no answer to her own question', async () => {
    const scopes = ['alexa::profile:mobile_number:read'];
    const { alexa, timers } = await listening(undefined, asksConsent({ scopes }), says('Then without.'));
    await alexa.say('open corner library');

    await timers.advanceBy(8000);

    expect(silences).toMatchObject([{ speech: 'Then without.', request: { type: 'SessionResumedRequest' } }]);
  });

  it.each([
    { case: 'the skill has said goodbye', answer: says('Bye.', { shouldEndSession: true }), closes: false },
    { case: 'she is switched off', answer: says('Welcome.', stillThere), closes: true },
  ])('does not listen once $case', async ({ answer, closes }) => {
    const { alexa, timers } = await listening(undefined, answer);
    await alexa.say('open corner library');

    if (closes) await alexa.close();

    expect(timers.pending).toBe(0);
  });
});
