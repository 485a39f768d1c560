import {
  alexaAtHome,
  delegates,
  directs,
  says,
  ScriptedSkill,
  type AlexaAtHome,
} from '../../../../../support/alexa-at-home.ts';

let home: AlexaAtHome | undefined;

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

describe('a dialog', () => {
  it.each([
    {
      case: 'a delegation with words',
      answer: says('Which one?', { directives: [{ type: 'Dialog.Delegate' }] }),
      says: 'must have no outputSpeech',
    },
    {
      case: 'an intent without a dialog model',
      answer: directs({ type: 'Dialog.Delegate', updatedIntent: { name: 'FindIntent' } }),
      says: 'FindIntent has none',
    },
    {
      case: 'an intent that is not in the model',
      answer: directs({ type: 'Dialog.Delegate', updatedIntent: { name: 'FlyIntent' } }),
      says: 'updatedIntent must name one of the model',
    },
    {
      case: 'a question without words',
      answer: directs({ type: 'Dialog.ElicitSlot', slotToElicit: 'copies' }),
      says: 'needs outputSpeech',
    },
    {
      case: 'a slot that is not there',
      answer: says('Which?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'colour' }] }),
      says: 'the slot colour',
    },
    {
      case: 'a question that ends the session',
      answer: says('Which?', {
        shouldEndSession: true,
        directives: [{ type: 'Dialog.ElicitSlot', slotToElicit: 'item' }],
      }),
      says: 'shouldEndSession is true',
    },
    {
      case: 'two directives',
      answer: directs({ type: 'Dialog.Delegate' }, { type: 'Dialog.ConfirmIntent' }),
      says: 'one Dialog directive',
    },
    {
      case: 'a directive without its slot',
      answer: says('Which?', { directives: [{ type: 'Dialog.ElicitSlot' }] }),
      says: 'slotToElicit',
    },
  ])('is refused for $case', async ({ answer, says: expected }) => {
    home = await alexaAtHome(new ScriptedSkill(answer));

    const turn = await home.alexa.say('ask corner library to reserve');

    expect(turn.ended).toMatchObject({
      reason: 'ERROR',
      error: { type: 'INVALID_RESPONSE', message: expect.stringContaining(expected) },
    });
  });

  it('is stopped when two intents delegate to each other without end', async () => {
    const card = { name: 'card', value: '1234' };
    const renew = { name: 'RenewIntent', slots: { card } };
    const reserve = {
      name: 'ReserveIntent',
      confirmationStatus: 'CONFIRMED',
      slots: {
        item: {
          name: 'item',
          value: 'x',
          resolutions: { resolutionsPerAuthority: [{ authority: 'a', status: { code: 'ER_SUCCESS_MATCH' } }] },
        },
        copies: { name: 'copies', value: '1', confirmationStatus: 'CONFIRMED' },
      },
    };
    const answers = Array.from({ length: 30 }, (_, turn) =>
      directs({ type: 'Dialog.Delegate', updatedIntent: turn % 2 === 0 ? renew : reserve }),
    );
    const skill = new ScriptedSkill(...answers);
    home = await alexaAtHome(skill);

    const turn = await home.alexa.say('ask corner library to reserve');

    expect(turn.ended?.error?.message).toContain('10 requests did not lead to anything');
  });

  it('is refused when the skill delegates what is complete', async () => {
    const skill = new ScriptedSkill(delegates);
    home = await alexaAtHome(skill);

    const turn = await home.alexa.say('ask corner library to renew the books on card 1 2 3 4');

    expect(turn.ended?.error?.message).toContain('in answer to COMPLETED');
  });
});
