import type { AlexaTurn } from '../../../../../infra/local/alexa/service/turn.ts';
import type { CommandWorld } from '../../../../../infra/local/talk/commands/command.ts';
import { HeldHappenings } from '../../../../../infra/local/talk/held-happenings.ts';
import { Talk } from '../../../../../infra/local/talk/talk.ts';
import { TelephonesFake } from './telephones-fake.ts';

function turn(parts: Partial<AlexaTurn>): AlexaTurn {
  const request = { type: 'NotSent', because: 'notForThisSkill' } as const;
  return { heard: '', speech: '', sessionOpen: false, request, requests: [], ...parts };
}

interface Room {
  readonly talk: Talk;
  readonly phones: TelephonesFake;
  readonly said: string[];
  readonly types: () => string[];
}

/** Somebody who talks to an Alexa that answers all the same, and does something before she does. */
function room(
  answer: AlexaTurn,
  meanwhile: (held: HeldHappenings, phones: TelephonesFake) => void = () => undefined,
): Room {
  const phones = new TelephonesFake(false);
  const said: string[] = [];
  const held = new HeldHappenings((happening) => phones.told.push(happening));
  const take = async (words: string): Promise<AlexaTurn> => {
    said.push(words);
    meanwhile(held, phones);
    return answer;
  };
  const talk = new Talk({
    alexa: { say: take, keepSilent: () => take('') },
    call: phones.call,
    world: { call: phones.call } as unknown as CommandWorld,
    tell: (happening) => phones.told.push(happening),
    held,
  });
  return { talk, phones, said, types: () => phones.types };
}

describe('a talk', () => {
  it('takes words and silence to Alexa', async () => {
    const { talk, said } = room(turn({ speech: 'Hello.', sessionOpen: true }));

    await talk.take('open example bank');
    await talk.take('');

    expect(said).toEqual(['open example bank', '']);
  });

  it('tells what Alexa says before what came of it, whichever was first', async () => {
    const order = (held: HeldHappenings): void => held.tell({ type: 'callPlaced', to: '+14255550100' });
    const { talk, types } = room(turn({ speech: 'Calling.' }), order);

    await talk.take('yes');

    expect(types()).toEqual(['you', 'alexa', 'callPlaced']);
  });

  it('tells what is asked for, what is shown, and how a session ended', async () => {
    const answer = turn({
      speech: 'May I?',
      consent: { scopes: ['alexa::profile:mobile_number:read'] },
      card: { type: 'AskForPermissionsConsent', permissions: ['alexa::profile:mobile_number:read'] },
      ended: { reason: 'ERROR', error: { type: 'INVALID_RESPONSE', message: 'no version' } },
    });
    const { talk, phones } = room(answer);

    await talk.take('hello');

    expect(phones.told.slice(2)).toEqual([
      { type: 'consent', scopes: ['alexa::profile:mobile_number:read'] },
      { type: 'card', kind: 'AskForPermissionsConsent', text: 'asks for alexa::profile:mobile_number:read' },
      { type: 'sessionEnded', reason: 'ERROR', error: 'INVALID_RESPONSE: no version' },
    ]);
    expect(talk.hasFailed).toBe(true);
  });

  it('has not failed because somebody kept silent', async () => {
    const { talk } = room(turn({ ended: { reason: 'EXCEEDED_MAX_REPROMPTS' } }));

    await talk.take('');

    expect(talk.hasFailed).toBe(false);
  });

  it('gives nothing to Alexa that is said in a call, and says what can be done', async () => {
    const { talk, phones, said } = room(turn({}));
    phones.placeCall();

    await talk.take('how are you');

    expect(said).toEqual([]);
    expect(phones.told.at(-1)).toEqual({ type: 'notDone', because: expect.stringContaining('hang up') });
  });

  it('goes on with Alexa after a call', async () => {
    const { talk, phones, said } = room(turn({}));
    phones.placeCall();
    phones.connect();
    await phones.timers.advanceBy(0);

    await talk.take('hang up');
    await talk.take('open example bank');

    expect(said).toEqual(['open example bank']);
  });

  it('ends with /quit, and with nothing else', async () => {
    const { talk } = room(turn({}));

    expect([await talk.take('/dance'), await talk.take('quit'), await talk.take('/quit')]).toEqual([
      'more',
      'more',
      'quit',
    ]);
  });
});
