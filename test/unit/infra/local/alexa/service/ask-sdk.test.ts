import {
  DefaultApiClient,
  getDialogState,
  getIntentName,
  getRequestType,
  SkillBuilders,
  type HandlerInput,
} from 'ask-sdk-core';
import type { RequestEnvelope } from 'ask-sdk-model';
import { alexaAtHome, ScriptedSkill, skillId } from '../../../../../support/alexa-at-home.ts';

/** A skill as people write it with the Alexa Skills Kit SDK: nothing in it knows of the local Alexa. */
const skill = SkillBuilders.custom()
  .addRequestHandlers(
    {
      canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === 'LaunchRequest',
      async handle({ requestEnvelope, responseBuilder, serviceClientFactory }: HandlerInput) {
        const name = await serviceClientFactory?.getUpsServiceClient().getProfileGivenName();
        const address = await serviceClientFactory
          ?.getDeviceAddressServiceClient()
          .getFullAddress(requestEnvelope.context.System.device?.deviceId ?? '');
        return responseBuilder
          .speak(`Hello ${name} in ${address?.city}.`)
          .reprompt('What shall I reserve?')
          .getResponse();
      },
    },
    {
      canHandle: ({ requestEnvelope }) =>
        getRequestType(requestEnvelope) === 'IntentRequest' && getDialogState(requestEnvelope) !== 'COMPLETED',
      handle: ({ responseBuilder }) => responseBuilder.addDelegateDirective().getResponse(),
    },
    {
      canHandle: ({ requestEnvelope }) =>
        getRequestType(requestEnvelope) === 'IntentRequest' && getIntentName(requestEnvelope) === 'ReserveIntent',
      handle: ({ responseBuilder }) => responseBuilder.speak('Reserved.').withShouldEndSession(true).getResponse(),
    },
  )
  .withApiClient(new DefaultApiClient())
  .withSkillId(skillId)
  .create();

describe('a skill made with the Alexa Skills Kit SDK', () => {
  it('runs as it is, with its own clients for profile and address', async () => {
    const line = new ScriptedSkill(
      ...Array.from({ length: 20 }, () => (envelope: unknown) => skill.invoke(envelope as RequestEnvelope)),
    );
    const { alexa } = await alexaAtHome(line, {
      grantedPermissions: ['alexa::profile:given_name:read', 'alexa::devices:all:address:full:read'],
    });

    const spoken: string[] = [];
    for (const said of ['open corner library', 'reserve an atlas', 'two', 'yes', 'yes'])
      spoken.push((await alexa.say(said)).speech);
    await alexa.close();

    expect(spoken).toEqual([
      'Hello Jane in Seattle.',
      'How many copies of an atlas?',
      'Really 2 copies?',
      'Shall I reserve 2 copies of an atlas?',
      'Reserved.',
    ]);
  });
});
