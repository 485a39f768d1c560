/** Actions, with the reason of each. */
type Reasons = Readonly<Record<string, string>>;

/** What Lambda itself does in a function's name. */
export const ofTheRuntime: Reasons = {
  'logs:CreateLogStream': 'of the function alone, in its own log group',
  'logs:PutLogEvents': 'to the log streams of its own log group',
  'xray:PutTraceSegments': 'knows no resources (AWS X-Ray, service authorization reference)',
  'xray:PutTelemetryRecords': 'knows no resources (AWS X-Ray, service authorization reference)',
};

/** What is allowed though no command of the code is called so; by the entry file. */
export const beyondTheCode: Readonly<Record<string, Reasons>> = {
  'infra/aws/chime-provider/sip-media-application.ts': {
    'iam:CreateServiceLinkedRole':
      'the first CreateSipMediaApplication of an account makes the role in which Speak speaks',
    ...because('CreateSipMediaApplication lets the service invoke the function, in the name of who calls it', [
      'lambda:AddPermission',
      'lambda:GetPolicy',
    ]),
  },
  'infra/aws/chime-provider/voice-connector-logging.ts': because(
    'PutVoiceConnectorLoggingConfiguration sets the delivery of logs up in the name of who calls it',
    ['CreateLogDelivery', 'CreateLogGroup', 'DeleteLogDelivery', 'DescribeLogGroups', 'GetLogDelivery'].map(
      (action) => `logs:${action}`,
    ),
    ['DescribeResourcePolicies', 'ListLogDeliveries', 'PutResourcePolicy'].map((action) => `logs:${action}`),
  ),
};

const secrets: Reasons = {
  'secretsmanager:GetSecretValue':
    'the secret stands in another stack, and Secrets Manager ends its ARN with six characters of its own',
};

/** Actions on resources with a wildcard; by the function, or the bundle that several functions run. */
export const widerResources: Readonly<Record<string, Reasons>> = {
  skill: secrets,
  sma: {
    ...secrets,
    'chime:CreateMeetingWithAttendees': 'knows no resource: the meeting is not there yet',
    ...because('meetings get their ids while calls run', [
      'chime:DeleteAttendee',
      'chime:DeleteMeeting',
      'chime:ListAttendees',
    ]),
  },
  'console-api': {
    ...secrets,
    ...because('meetings get their ids while calls run', ['chime:CreateAttendee', 'chime:GetMeeting']),
  },
  'meeting-events': secrets,
  'chime-provider': {
    ...because(
      'what it makes gets its id then: any SIP media application or Voice Connector of the account',
      ['CreateSipRule', 'DeleteSipMediaApplication', 'DeleteVoiceConnector', 'DeleteVoiceConnectorOrigination'].map(
        chime,
      ),
      ['DeleteVoiceConnectorTermination', 'DisassociatePhoneNumbersFromVoiceConnector'].map(chime),
      ['GetSipMediaApplication', 'GetVoiceConnector', 'ListTagsForResource'].map(chime),
      ['PutVoiceConnectorLoggingConfiguration', 'PutVoiceConnectorOrigination'].map(chime),
      ['PutVoiceConnectorTermination', 'TagResource', 'UntagResource'].map(chime),
      ['UpdateSipMediaApplication', 'UpdateSipRule', 'UpdateVoiceConnector'].map(chime),
    ),
    ...because(
      'orders, searches, lists, creations and SIP rules know no resources (Amazon Chime, service authorization reference)',
      ['CreatePhoneNumberOrder', 'CreateSipMediaApplication', 'CreateVoiceConnector', 'DeletePhoneNumber'].map(chime),
      ['DeleteSipRule', 'GetPhoneNumber', 'GetPhoneNumberOrder', 'GetSipRule', 'ListPhoneNumbers'].map(chime),
      ['ListSipMediaApplications', 'ListSipRules', 'ListVoiceConnectors', 'SearchAvailablePhoneNumbers'].map(chime),
    ),
    ...beyondTheCode['infra/aws/chime-provider/voice-connector-logging.ts'],
  },
};

function because(reason: string, ...actions: readonly (readonly string[])[]): Reasons {
  return Object.fromEntries(actions.flat().map((action) => [action, reason]));
}

function chime(action: string): string {
  return `chime:${action}`;
}
