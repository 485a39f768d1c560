/** What stacks tell of themselves once they stand, by the names of their CloudFormation outputs: `npm run deploy` reads them. */
export const outputs = {
  /** Numbers: what the skill calls. */
  phoneNumber: 'PhoneNumber',
  /** Entry: SIP rules by which calls of our own Voice Connectors come in, separated by commas. */
  voiceConnectorSipRules: 'VoiceConnectorSipRules',
  /** Skill: the endpoint that the Alexa console asks for. */
  skillFunctionArn: 'SkillFunctionArn',
  /** Console: the origin of the API. */
  consoleApiUrl: 'ConsoleApiUrl',
  /** Console: where a contact centre gets its tokens. */
  tokenUrl: 'TokenUrl',
} as const;
