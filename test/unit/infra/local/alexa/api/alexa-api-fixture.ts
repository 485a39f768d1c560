import { chimeCommunicationProviderId } from '../../../../../../shared/contracts/communication-session.ts';
import type { AlexaAccount } from '../../../../../../infra/local/alexa/api/account.ts';
import { alexaAtHome, says, ScriptedSkill, type AlexaAtHome } from '../../../../../support/alexa-at-home.ts';

export const everything = [
  'alexa::profile:name:read',
  'alexa::profile:given_name:read',
  'alexa::profile:email:read',
  'alexa::profile:mobile_number:read',
  'alexa::devices:all:address:full:read',
  'alexa:devices:all:address:country_and_postal_code:read',
  'amazon_communication::calling',
];

export const originator = {
  id: { type: 'PHONE_NUMBER', value: '+12065550100' },
  endpointId: 'amzn1.ask.device.KITCHEN',
  isOriginator: true,
};
export const recipient = {
  id: { type: 'PHONE_NUMBER', value: '+12065550199' },
  communicationProviderId: chimeCommunicationProviderId,
};
export const goodSession = { participants: [originator, recipient], clientContext: { clientSessionId: 'context-1' } };

/** The endpoint that a skill is given, asked with the token of the request that opened the skill. */
export class AlexaApiUnderTest {
  readonly home: AlexaAtHome;
  token: string;

  static async start(changes: Partial<AlexaAccount> = { grantedPermissions: everything }): Promise<AlexaApiUnderTest> {
    const skill = new ScriptedSkill(says('Welcome.'));
    const home = await alexaAtHome(skill, changes);
    await home.alexa.say('open corner library');
    return new AlexaApiUnderTest(home, skill.last.context.System.apiAccessToken);
  }

  private constructor(home: AlexaAtHome, token: string) {
    this.home = home;
    this.token = token;
  }

  async call(
    path: string,
    init: { method?: string; body?: string; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(`${this.home.alexa.apiEndpoint}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${this.token}`, ...init.headers },
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
  }

  startSession(
    body: unknown = goodSession,
    contentType = 'application/json',
  ): Promise<{ status: number; body: unknown }> {
    return this.call('/v1/communications/session', {
      method: 'POST',
      headers: { 'content-type': contentType },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  async close(): Promise<void> {
    await this.home.alexa.close();
  }
}
