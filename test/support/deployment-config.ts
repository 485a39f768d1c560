import type * as z from 'zod';
import { deploymentConfigSchema, type DeploymentConfig } from '../../infra/aws/config/deployment-config.ts';

type GivenConfig = z.input<typeof deploymentConfigSchema>;

/** As a file would say it: every part that may be left out is there. */
export const givenConfig = {
  name: 'example-bank',
  environment: 'prod',
  regions: { primary: 'us-east-1', standby: 'us-west-2' },
  account: '123456789012',
  alexa: {
    skillId: 'amzn1.ask.skill.11111111-2222-3333-4444-555555555555',
    clientIds: ['amzn1.application-oa2-client.0123456789abcdef0123456789abcdef'],
    businessName: 'Example Bank',
  },
  phoneNumber: { areaCode: '206' },
  voiceConnectors: [
    {
      id: 'contact-center',
      origination: [
        { host: 'sip1.example.com', port: 5061, protocol: 'TCP', priority: 1, weight: 10 },
        { host: '198.51.100.10', port: 5061, protocol: 'TCP', priority: 2, weight: 1 },
      ],
      terminationCidrs: ['198.51.100.8/29'],
      encryption: true,
    },
  ],
  callIngresses: ['alexa-skill-call', 'callback'],
  callbacks: { prefixes: ['+1'], perHour: 5 },
  prompts: { waitingMusic: 'waiting.wav', ringbackTone: 'tones/ringing.wav' },
  reasonsWithPlace: ['branch-visit'],
  linkedProfile: { url: 'https://accounts.example.com/userinfo', accountClaim: 'account_number' },
  defaultDestination: 'voice-connector:contact-center#support',
  routingTable: 'example-bank',
  recordings: { retainDays: 90 },
  logs: { retainDays: 30 },
  alarms: { email: 'operators@example.com' },
  concurrency: { skill: 20, sma: 50, console: 10, routing: 10 },
  console: {
    embeddedBy: ['https://crm.example.com'],
    domain: {
      name: 'console.example.com',
      certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555',
    },
    webAclArn: 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/console/11111111-2222-3333-4444-555555555555',
  },
  canary: { to: '+12065550199', everyMinutes: 15 },
  tags: { team: 'voice' },
} as const satisfies GivenConfig;

/** A deployment in which everything is given that can be; `changes` replace whole fields, `undefined` takes one out. */
export function deploymentConfig(
  changes: { readonly [Field in keyof GivenConfig]?: GivenConfig[Field] | undefined } = {},
): DeploymentConfig {
  const given = Object.entries({ ...givenConfig, ...changes }).filter(([, value]) => value !== undefined);
  return deploymentConfigSchema.parse(Object.fromEntries(given));
}
