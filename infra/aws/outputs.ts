/** What stacks tell of themselves once they stand, by the names of their CloudFormation outputs: `npm run deploy` reads them. */
export const outputs = {
  /** Numbers: what the skill calls. */
  phoneNumber: 'PhoneNumber',
  /** Numbers: the area that the number was ordered in; absent where the account had the number before. */
  orderedAreaCode: 'OrderedAreaCode',
  /** Entry: SIP rules by which calls of our own Voice Connectors come in, separated by commas. */
  voiceConnectorSipRules: 'VoiceConnectorSipRules',
  /** Calls: where prompts and waiting music are put; one in each Region. */
  promptsBucket: 'PromptsBucket',
  /** Skill: the endpoint that the Alexa console asks for. */
  skillFunctionArn: 'SkillFunctionArn',
  /** Console: where people use it. */
  consoleUrl: 'ConsoleUrl',
  /** Console: the name that CloudFront has given it, which a domain of its own leads to. */
  consoleDomain: 'ConsoleDomain',
  /** Console: the origin of the API, for machines. */
  consoleApiUrl: 'ConsoleApiUrl',
  /** Console: where a contact centre gets its tokens. */
  tokenUrl: 'TokenUrl',
  /** Console: whom people sign in to. */
  userPoolId: 'UserPoolId',
} as const;

/** Numbers: what is told of a Voice Connector, by its id in the deployment's config. */
export function voiceConnectorOutputs(id: string): { readonly arn: string; readonly host: string } {
  const suffix = logicalName(id);
  return { arn: `VoiceConnectorArn${suffix}`, host: `${hostOutput}${suffix}` };
}

/** Whether an output is the host of a Voice Connector. */
export function isVoiceConnectorHost(output: string): boolean {
  return output.startsWith(hostOutput);
}

const hostOutput = 'VoiceConnectorHost';

/** "contact-centre" as a CloudFormation name can hold it: "ContactCentre". */
function logicalName(kebab: string): string {
  return kebab
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
