import {
  alexaAtHome,
  delegates,
  directs,
  says,
  ScriptedSkill,
  type AlexaAtHome,
  type ScriptedAnswer,
} from '../../../../../support/alexa-at-home.ts';

let home: AlexaAtHome | undefined;

/** The skill delegates as long as the dialog runs, and says what it got when it is done. */
function delegating(...others: ScriptedAnswer[]): ScriptedSkill {
  const answer: ScriptedAnswer = ({
    request,
  }: {
    request: { type: string; dialogState?: string; intent?: { confirmationStatus: string } };
  }) =>
    request.dialogState === undefined || request.dialogState === 'COMPLETED'
      ? says(`Done: ${request.intent?.confirmationStatus ?? request.type}.`, { shouldEndSession: true })
      : delegates;
  return new ScriptedSkill(...others, ...Array.from({ length: 20 }, () => answer));
}

/** Says each line and compares what Alexa says to it. */
async function conversation(
  skill: ScriptedSkill,
  ...lines: readonly (readonly [say: string, hear: string])[]
): Promise<AlexaAtHome['alexa']> {
  home = await alexaAtHome(skill);
  for (const [say, hear] of lines) expect([say, (await home.alexa.say(say)).speech]).toEqual([say, hear]);
  return home.alexa;
}

function statesOf(skill: ScriptedSkill): unknown[] {
  return skill.heard.map(({ request }) => (request.type === 'IntentRequest' ? request.dialogState : request.type));
}

function intentOf(skill: ScriptedSkill): unknown {
  return skill.last.request.type === 'IntentRequest' ? skill.last.request.intent : undefined;
}

afterEach(async () => {
  await home?.alexa.close();
  home = undefined;
});

describe('a dialog', () => {
  it('asks for what is missing, confirms, and hands over the whole', async () => {
    const skill = delegating();

    await conversation(
      skill,
      ['ask corner library to reserve', 'What would you like?'],
      ['i want the atlas', 'How many copies of the atlas?'],
      ['two of them', 'Really 2 copies?'],
      ['yes', 'Shall I reserve 2 copies of the atlas?'],
      ['yes', 'Done: CONFIRMED.'],
    );

    expect(statesOf(skill)).toEqual(['STARTED', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'COMPLETED']);
    expect(intentOf(skill)).toMatchObject({
      confirmationStatus: 'CONFIRMED',
      slots: {
        item: { value: 'the atlas', resolutions: expect.anything() },
        copies: { value: '2', confirmationStatus: 'CONFIRMED' },
      },
    });
  });

  it('ends COMPLETED and DENIED when the person does not want it after all', async () => {
    const skill = delegating();

    await conversation(
      skill,
      ['ask corner library to reserve 2 copies of an atlas', 'Really 2 copies?'],
      ['yes', 'Shall I reserve 2 copies of an atlas?'],
      ['no', 'Done: DENIED.'],
    );

    expect(statesOf(skill).at(-1)).toBe('COMPLETED');
  });

  it('asks again for a value that was denied', async () => {
    const skill = delegating();

    await conversation(
      skill,
      ['ask corner library to reserve 2 copies of an atlas', 'Really 2 copies?'],
      ['no', 'How many copies of an atlas?'],
      ['three', 'Really 3 copies?'],
    );
  });

  it('asks again for a value that is not valid', async () => {
    await conversation(
      delegating(),
      ['ask corner library to reserve', 'What would you like?'],
      ['purple monkeys', 'How many copies of purple monkeys?'],
      ['two', 'We have no purple monkeys. What else?'],
      ['the novel', 'Really 2 copies?'],
    );
  });

  it('takes more than it asked for when the answer is a sample of the intent', async () => {
    await conversation(
      delegating(),
      ['ask corner library to reserve', 'What would you like?'],
      ['reserve five copies of a novel', 'Really 5 copies?'],
    );
  });

  it('is dropped for another intent', async () => {
    const skill = delegating();

    await conversation(skill, ['ask corner library to reserve', 'What would you like?'], ['help', 'Done: NONE.']);

    expect(intentOf(skill)).toEqual({ name: 'AMAZON.HelpIntent', confirmationStatus: 'NONE' });
    expect(skill.last.request).not.toHaveProperty('dialogState');
  });

  it('is dropped for FallbackIntent when the slot cannot hold the answer', async () => {
    const skill = delegating();

    await conversation(
      skill,
      ['ask corner library to reserve an atlas', 'How many copies of an atlas?'],
      ['lots', 'Done: NONE.'],
    );

    expect(intentOf(skill)).toMatchObject({ name: 'AMAZON.FallbackIntent' });
  });

  it('hands an intent over at once when everything is said and settled', async () => {
    const item = {
      name: 'item',
      value: 'an atlas',
      confirmationStatus: 'NONE',
      resolutions: { resolutionsPerAuthority: [{ authority: 'a', status: { code: 'ER_SUCCESS_MATCH' }, values: [] }] },
    };
    const copies = { name: 'copies', value: '1', confirmationStatus: 'CONFIRMED' };
    const updatedIntent = { name: 'ReserveIntent', confirmationStatus: 'CONFIRMED', slots: { item, copies } };
    const skill = delegating(directs({ type: 'Dialog.Delegate', updatedIntent }));

    await conversation(skill, ['ask corner library to reserve a novel for Jane', 'Done: CONFIRMED.']);

    expect(statesOf(skill)).toEqual(['STARTED', 'COMPLETED']);
    expect(intentOf(skill)).toMatchObject({
      slots: { item: { value: 'an atlas' }, firstName: { name: 'firstName', confirmationStatus: 'NONE' } },
    });
    expect(intentOf(skill)).not.toHaveProperty('slots.firstName.value');
  });

  it('goes on without the skill where the model delegates always', async () => {
    const skill = delegating();

    const alexa = await conversation(skill, [
      'ask corner library to renew my books',
      'What are the four digits of your card?',
    ]);
    expect(skill.heard).toEqual([]);
    const turn = await alexa.say('one two three four');

    expect(statesOf(skill)).toEqual(['COMPLETED']);
    expect(turn.request).toMatchObject({ intent: { slots: { card: { value: '1234' } } } });
    expect(skill.last.session?.new).toBe(true);
  });

  it('repeats the prompt to silence', async () => {
    const alexa = await conversation(delegating(), ['ask corner library to reserve', 'What would you like?']);

    expect(await alexa.keepSilent()).toMatchObject({ speech: 'What would you like?', sessionOpen: true });
  });

  it('is led by the skill with its own words', async () => {
    const speech = (text: string, directive: unknown): object => ({
      version: '1.0',
      response: { outputSpeech: { type: 'PlainText', text }, directives: [directive], shouldEndSession: false },
    });
    const skill = new ScriptedSkill(
      speech('Which copy count?', { type: 'Dialog.ElicitSlot', slotToElicit: 'copies' }),
      speech('Two, right?', { type: 'Dialog.ConfirmSlot', slotToConfirm: 'copies' }),
      speech('All right?', { type: 'Dialog.ConfirmIntent' }),
      says('Reserved.', { shouldEndSession: true }),
    );

    await conversation(
      skill,
      ['ask corner library to reserve an atlas', 'Which copy count?'],
      ['two', 'Two, right?'],
      ['yes', 'All right?'],
      ['yes', 'Reserved.'],
    );

    expect(statesOf(skill)).toEqual(['STARTED', 'IN_PROGRESS', 'IN_PROGRESS', 'COMPLETED']);
    expect(intentOf(skill)).toMatchObject({
      confirmationStatus: 'CONFIRMED',
      slots: { copies: { value: '2', confirmationStatus: 'CONFIRMED' } },
    });
  });

  it('can begin from a launch, by an intent that the skill names', async () => {
    const skill = delegating(directs({ type: 'Dialog.Delegate', updatedIntent: { name: 'RenewIntent' } }));

    await conversation(
      skill,
      ['open corner library', 'What are the four digits of your card?'],
      ['9 8 7 6', 'Done: NONE.'],
    );
  });

  it('speaks a value in SSML as it is', async () => {
    const item = { name: 'item', value: 'salt & pepper', confirmationStatus: 'NONE' };
    const skill = new ScriptedSkill(
      directs({ type: 'Dialog.Delegate', updatedIntent: { name: 'ReserveIntent', slots: { item } } }),
    );
    home = await alexaAtHome(skill);

    const turn = await home.alexa.say('ask corner library to reserve');

    expect(turn.speech).toBe('How many copies of salt & pepper?');
    expect(turn.ssml).toBe('<speak>How <emphasis>many</emphasis> copies of salt &amp; pepper?</speak>');
  });
});
