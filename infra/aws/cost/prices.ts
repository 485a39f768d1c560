/**
 * How sure a price is. No figure could be read on a price page of AWS itself when this was written. `reported`: a public text
 * names it for that page: one of AWS's samples, a tutorial, or several that agree. `unverified`: remembered; look it up before relying on it. `unknown`: no figure was found.
 */
export type Evidence = 'reported' | 'unverified' | 'unknown';

/** In US dollars, without taxes and free tiers, of us-east-1 and us-west-2, where it is the same. */
export interface Price {
  /** Of one unit; absent where nobody could say. */
  readonly usd?: number;
  readonly unit: string;
  /** Where AWS says it today. */
  readonly page: string;
  /** When it was looked up. */
  readonly seen: `${number}-${number}-${number}`;
  readonly evidence: Evidence;
}

const seen = '2026-11-21';
const million = 1e-6;
const chime = 'https://aws.amazon.com/chime/chime-sdk/pricing/';
const dynamoDb = 'https://aws.amazon.com/dynamodb/pricing/on-demand/';
const lambda = 'https://aws.amazon.com/lambda/pricing/';
const cloudWatch = 'https://aws.amazon.com/cloudwatch/pricing/';
const s3 = 'https://aws.amazon.com/s3/pricing/';
const cloudFront = 'https://aws.amazon.com/cloudfront/pricing/';
const kms = 'https://aws.amazon.com/kms/pricing/';
const secrets = 'https://aws.amazon.com/secrets-manager/pricing/';

/** All that a deployment is billed by. */
export const prices = {
  phoneNumber: { usd: 1, unit: 'number', page: chime, seen, evidence: 'reported' },
  /** A call of a telephone to a number of a US area. */
  inboundMinute: { usd: 0.0011, unit: 'minute', page: chime, seen, evidence: 'reported' },
  /** A call to a US telephone. */
  outboundMinute: { usd: 0.0049, unit: 'minute', page: chime, seen, evidence: 'unverified' },
  /** PSTN Audio's own, while a SIP media application holds the call. */
  applicationMinute: { unit: 'minute', page: chime, seen, evidence: 'unknown' },
  voiceConnectorMinute: { usd: 0.000_71, unit: 'minute', page: chime, seen, evidence: 'reported' },
  attendeeMinute: { usd: 0.0017, unit: 'minute', page: chime, seen, evidence: 'reported' },
  speech: {
    usd: 16 * million,
    unit: 'character',
    page: 'https://aws.amazon.com/polly/pricing/',
    seen,
    evidence: 'reported',
  },
  lambdaRequest: { usd: 0.2 * million, unit: 'request', page: lambda, seen, evidence: 'reported' },
  /** On arm64. */
  lambdaSecond: { usd: 0.000_013_333_4, unit: 'GB-second', page: lambda, seen, evidence: 'reported' },
  /** One replica, up to 1 KB; replicated writes cost what others do. */
  tableWrite: { usd: 0.625 * million, unit: 'write', page: dynamoDb, seen, evidence: 'reported' },
  /** Consistent, up to 4 KB. */
  tableRead: { usd: 0.125 * million, unit: 'read', page: dynamoDb, seen, evidence: 'reported' },
  tableStorage: { usd: 0.25, unit: 'GB-month', page: dynamoDb, seen, evidence: 'reported' },
  /** Point-in-time recovery. */
  tableBackup: { usd: 0.2, unit: 'GB-month', page: dynamoDb, seen, evidence: 'unverified' },
  key: { usd: 1, unit: 'key', page: kms, seen, evidence: 'reported' },
  keyRequest: { usd: 0.03 / 10_000, unit: 'request', page: kms, seen, evidence: 'reported' },
  secret: { usd: 0.4, unit: 'secret', page: secrets, seen, evidence: 'reported' },
  secretRequest: { usd: 0.05 / 10_000, unit: 'request', page: secrets, seen, evidence: 'reported' },
  logIngestion: { usd: 0.5, unit: 'GB', page: cloudWatch, seen, evidence: 'reported' },
  logStorage: { usd: 0.03, unit: 'GB-month', page: cloudWatch, seen, evidence: 'reported' },
  metric: { usd: 0.3, unit: 'metric', page: cloudWatch, seen, evidence: 'reported' },
  alarm: { usd: 0.1, unit: 'alarm', page: cloudWatch, seen, evidence: 'reported' },
  dashboard: { usd: 3, unit: 'dashboard', page: cloudWatch, seen, evidence: 'reported' },
  apiRequest: {
    usd: 1 * million,
    unit: 'request',
    page: 'https://aws.amazon.com/api-gateway/pricing/',
    seen,
    evidence: 'reported',
  },
  /** Of a browser, by HTTPS. */
  edgeRequest: { usd: 0.01 / 10_000, unit: 'request', page: cloudFront, seen, evidence: 'unverified' },
  /** To browsers in North America and Europe. */
  edgeTraffic: { usd: 0.085, unit: 'GB', page: cloudFront, seen, evidence: 'reported' },
  /** Who signs in at least once in the month, of a user pool of the Plus plan. */
  person: {
    usd: 0.02,
    unit: 'person',
    page: 'https://aws.amazon.com/cognito/pricing/',
    seen,
    evidence: 'unverified',
  },
  trace: { usd: 5 * million, unit: 'trace', page: 'https://aws.amazon.com/xray/pricing/', seen, evidence: 'reported' },
  objectStorage: { usd: 0.023, unit: 'GB-month', page: s3, seen, evidence: 'reported' },
  objectPut: { usd: 0.005 / 1000, unit: 'object', page: s3, seen, evidence: 'unverified' },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof prices;
