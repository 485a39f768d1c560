import {
  alexaAtHome,
  says,
  ScriptedSkill,
  type AlexaAtHome,
  type ScriptedAnswer,
} from '../../../../../support/alexa-at-home.ts';

let home: AlexaAtHome | undefined;
let skill: ScriptedSkill;

const confirms = says('Shall I?', { directives: [{ type: 'Dialog.ConfirmIntent' }] });

function elicits(slotToElicit: string, intentName?: string): object {
  const updatedIntent = intentName === undefined ? {} : { updatedIntent: { name: intentName } };
  return says('Which?', { directives: [{ type: 'Dialog.ElicitSlot', slotToElicit, ...updatedIntent }] });
}

async function after(said: string, ...script: ScriptedAnswer[]): Promise<AlexaAtHome['alexa']> {
  skill = new ScriptedSkill(...script, ...Array.from({ length: 5 }, () => says('Well?')));
  home = await alexaAtHome(skill);
  await home.alexa.say(`ask corner library to ${said}`);
  return home.alexa;
}

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

describe('somebody who is asked to confirm', () => {
  it.each([
    { said: 'yes', confirmationStatus: 'CONFIRMED' },
    { said: 'no', confirmationStatus: 'DENIED' },
  ])('decides by "$said"', async ({ said, confirmationStatus }) => {
    const alexa = await after('reserve an atlas', confirms);

    const { request } = await alexa.say(said);

    expect(request).toMatchObject({ dialogState: 'COMPLETED', intent: { name: 'ReserveIntent', confirmationStatus } });
  });

  it('may correct what was understood, and the rest stays', async () => {
    const alexa = await after('reserve 2 copies of an atlas', confirms);

    const { request } = await alexa.say('reserve a novel');

    expect(request).toMatchObject({
      dialogState: 'IN_PROGRESS',
      intent: {
        name: 'ReserveIntent',
        confirmationStatus: 'NONE',
        slots: { item: { value: 'a novel' }, copies: { value: '2' } },
      },
    });
  });

  it.each([
    { case: 'words again', said: 'say that again', name: 'AMAZON.RepeatIntent' },
    { case: 'help', said: 'help', name: 'AMAZON.HelpIntent' },
    { case: 'to stop', said: 'stop', name: 'AMAZON.StopIntent' },
    { case: 'something else of the skill', said: 'find books about the sea', name: 'FindIntent' },
    { case: 'what nobody understands', said: 'purple monkeys', name: 'AMAZON.FallbackIntent' },
  ])('may want $case instead', async ({ said, name }) => {
    const alexa = await after('reserve an atlas', confirms);

    const { request } = await alexa.say(said);

    expect(request).toMatchObject({ intent: { name } });
    expect(request).not.toHaveProperty('dialogState');
  });

  it('says yes and no to the skill itself where no dialog waits', async () => {
    const alexa = await after('find books about the sea', says('More?'), says('Still more?'));

    expect((await alexa.say('yes')).request).toMatchObject({ intent: { name: 'AMAZON.YesIntent' } });
    expect((await alexa.say('no')).request).toMatchObject({ intent: { name: 'AMAZON.NoIntent' } });
  });
});

describe('somebody who is asked for a value', () => {
  it('may go over to another intent that fits to the letter', async () => {
    const alexa = await after('reserve', elicits('item'));

    const { request } = await alexa.say('bring it to my home instead');

    expect(request).toMatchObject({ dialogState: 'STARTED', intent: { name: 'DeliverIntent' } });
  });

  it('stays with the intent where only that fits, with a value that is in no list', async () => {
    const alexa = await after('reserve', elicits('item'));

    const { request } = await alexa.say('reserve purple monkeys');

    expect(request).toMatchObject({ intent: { name: 'ReserveIntent', slots: { item: { value: 'purple monkeys' } } } });
  });

  it('is not held by a sample that would take anything, where another intent knows the words', async () => {
    const alexa = await after('deliver an atlas', elicits('item'));

    const { request } = await alexa.say('bring me back to the reservation of an atlas');

    expect(request).toMatchObject({ dialogState: 'STARTED', intent: { name: 'ReserveIntent' } });
  });

  it('answers within the intent that the skill goes over to', async () => {
    const alexa = await after('reserve', elicits('item', 'DeliverIntent'));

    const { request } = await alexa.say('a novel');

    expect(request).toMatchObject({
      dialogState: 'IN_PROGRESS',
      intent: { name: 'DeliverIntent', slots: { item: { value: 'a novel' } } },
    });
  });

  it('confirms the intent that the skill goes over to', async () => {
    const updatedIntent = { name: 'DeliverIntent', slots: { item: { name: 'item', value: 'a novel' } } };
    const alexa = await after(
      'reserve a novel',
      says('Shall I bring it?', { directives: [{ type: 'Dialog.ConfirmIntent', updatedIntent }] }),
    );

    const { request } = await alexa.say('yes');

    expect(request).toMatchObject({
      dialogState: 'COMPLETED',
      intent: { name: 'DeliverIntent', confirmationStatus: 'CONFIRMED', slots: { item: { value: 'a novel' } } },
    });
  });
});
