import { parseDeploymentConfig } from '../../../../../infra/aws/config/read-deployment-config.ts';
import { givenConfig } from '../../../../support/deployment-config.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- a file may say anything
type Given = Record<string, any>;
type Change = (given: Given) => void;

/** What is said of a whole config with one change: path and words. JSON is YAML too. */
function problemsAfter(change: Change): readonly string[] {
  const given = structuredClone(givenConfig) as Given;
  change(given);
  const reading = parseDeploymentConfig(JSON.stringify(given));
  return reading.kind === 'read' ? [] : reading.problems.map(({ path, problem }) => `${path} ${problem}`);
}

describe('a field of a deployment config', () => {
  it('is right in the example of the tests', () => {
    expect(problemsAfter(() => undefined)).toEqual([]);
  });

  const refused: readonly (readonly [field: string, words: RegExp, change: Change])[] = [
    ['name', /lower-case words/, (it) => (it['name'] = 'Example_Bank')],
    ['name', /20 characters at most/, (it) => (it['name'] = 'a-very-long-name-of-a-bank')],
    ['environment', /must be dev or prod/, (it) => (it['environment'] = 'staging')],
    ['regions.primary', /us-east-1 or us-west-2/, (it) => (it['regions'].primary = 'eu-west-1')],
    ['regions.standby', /is the primary Region too/, (it) => (it['regions'].standby = 'us-east-1')],
    ['account', /12 digits/, (it) => (it['account'] = '12345678901a')],
    ['account', /put it in quotes/, (it) => (it['account'] = 123_456_789_012)],
    ['alexa.skillId', /skill id of the Alexa developer console/, (it) => (it['alexa'].skillId = 'amzn1.ask.skill.x')],
    ['alexa.clientIds[0]', /32 hexadecimal digits/, (it) => (it['alexa'].clientIds = ['someone'])],
    ['alexa.clientIds[1]', /is there twice/, (it) => it['alexa'].clientIds.push(it['alexa'].clientIds[0])],
    ['phoneNumber', /one of the two/, (it) => (it['phoneNumber'] = {})],
    ['phoneNumber', /one of the two/, (it) => (it['phoneNumber'].e164 = '+12065550100')],
    ['phoneNumber.areaCode', /three digits/, (it) => (it['phoneNumber'].areaCode = '106')],
    ['phoneNumber.areaCode', /three digits/, (it) => (it['phoneNumber'].areaCode = '911')],
    ['phoneNumber.areaCode', /toll-free/, (it) => (it['phoneNumber'].areaCode = '800')],
    ['phoneNumber.e164', /no "\+" and country code/, (it) => (it['phoneNumber'] = { e164: '2065550100' })],
    ['callIngresses[0]', /cannot be deployed from here/, (it) => (it['callIngresses'] = ['alexa-smart-properties'])],
    ['callIngresses', /must not be an empty list/, (it) => (it['callIngresses'] = [])],
    ['callIngresses[1]', /is there twice/, (it) => (it['callIngresses'] = ['callback', 'callback'])],
    ['reasonsWithPlace[0]', /must start with a letter/, (it) => (it['reasonsWithPlace'] = ['Lost card'])],
    ['linkedProfile.url', /https URL/, (it) => (it['linkedProfile'].url = 'http://localhost/me')],
    ['defaultDestination', /must be "pstn/, (it) => (it['defaultDestination'] = 'pstn:2065550100')],
    ['defaultDestination', /known are contact-center/, (it) => (it['defaultDestination'] = 'voice-connector:desk#a')],
    ['recordings.retainDays', /1 to 3650: days/, (it) => (it['recordings'].retainDays = 0)],
    ['logs.retainDays', /CloudWatch Logs takes: 1, 3, 5/, (it) => (it['logs'].retainDays = 42)],
    ['alarms.email', /e-mail address/, (it) => (it['alarms'].email = 'operators')],
    ['alarms.runbookUrl', /https URL/, (it) => (it['alarms'].runbookUrl = 'infra/aws/runbook.md')],
    ['alarms.runbookUrl', /without "#"/, (it) => (it['alarms'].runbookUrl = 'https://bank.test/runbook#top')],
    ['concurrency', /more than 880 all together/, (it) => (it['concurrency'].sma = 870)],
    ['name', /Cognito takes no domain/, (it) => (it['name'] = 'my-aws-bank')],
    ['concurrency.skill', /1 to 880/, (it) => (it['concurrency'].skill = 0)],
    ['console.embeddedBy[0]', /https origin/, (it) => (it['console'].embeddedBy = ['http://crm.bank.test'])],
    ['console.embeddedBy[0]', /without a path/, (it) => (it['console'].embeddedBy = ['https://crm.bank.test/desk'])],
    ['console.embeddedBy[0]', /https origin/, (it) => (it['console'].embeddedBy = ["https://a.test; script-src 'x'"])],
    ['console.domain.name', /full name of a host/, (it) => (it['console'].domain.name = 'https://console.bank.test')],
    [
      'console.domain.certificateArn',
      /in us-east-1/,
      (it) =>
        (it['console'].domain.certificateArn = it['console'].domain.certificateArn.replace('us-east-1', 'us-west-2')),
    ],
    ['console.webAclArn', /web ACL for CloudFront/, (it) => (it['console'].webAclArn = 'console')],
    ['callbacks.prefixes[0]', /beginning of a number/, (it) => (it['callbacks'].prefixes = ['1'])],
    ['callbacks.prefixes', /must not be empty/, (it) => (it['callbacks'].prefixes = [])],
    ['callbacks.perHour', /1 to 999/, (it) => (it['callbacks'].perHour = 0)],
    ['prompts.waitingMusic', /WAV file/, (it) => (it['prompts'].waitingMusic = 'waiting.mp3')],
    ['canary.to', /E\.164/, (it) => (it['canary'].to = '911')],
    ['canary.everyMinutes', /5 to 1440: minutes/, (it) => (it['canary'].everyMinutes = 1)],
    ['tags.aws:team', /AWS keeps to itself/, (it) => (it['tags'] = { 'aws:team': 'voice' })],
    ['tags.environment', /set by the deployment/, (it) => (it['tags'] = { environment: 'x' })],
    ['tags.team', /put it in quotes/, (it) => (it['tags'] = { team: 7 })],
    ['colour', /not known here/, (it) => (it['colour'] = 'red')],
  ];
  it.each(refused)('is refused with its place and what to do: %s, %s', (field, words, change) => {
    const problems = problemsAfter(change);

    expect(problems).toHaveLength(1);
    expect(problems[0]?.slice(0, field.length + 1)).toBe(`${field} `);
    expect(problems[0]?.slice(field.length + 1)).toMatch(words);
  });

  it('may not lead calls back to the number that takes them', () => {
    const problems = problemsAfter((it) => {
      it['phoneNumber'] = { e164: '+12065550100' };
      it['defaultDestination'] = 'pstn:+12065550100';
      it['canary'].to = '+12065550100';
    });

    expect(problems).toEqual([
      'defaultDestination is the number that takes the calls: give one where people answer',
      'canary.to is the number that takes the calls: give another one that you own',
    ]);
  });
});
