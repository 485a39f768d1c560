import type { DeploymentConfig } from '../config/deployment-config.ts';
import { assumptionsInWords } from './assumptions-in-words.ts';
import { monthlyQuantities } from './monthly-quantities.ts';
import { prices, type Price, type PriceName } from './prices.ts';

/** What is asked about. */
export interface CostQuestion {
  /** 0 or more. */
  readonly callsPerMonth: number;
  /** How long the two speak, in minutes. */
  readonly minutesPerCall: number;
  /** Absent: a deployment with a Voice Connector, and with all else as it is by default. */
  readonly config?: DeploymentConfig | undefined;
}

export interface CostRow {
  readonly service: string;
  readonly what: string;
  readonly quantity: number;
  readonly price: Price;
  /** A month's; absent where the price is not known. */
  readonly usd?: number;
}

export interface MonthlyCost {
  readonly rows: readonly CostRow[];
  /** Of the rows whose price is known. */
  readonly usd: number;
  /** Of these, what is billed without any call. */
  readonly usdWithoutCalls: number;
  readonly assumptions: readonly string[];
}

const labels: Readonly<Record<PriceName, readonly [service: string, what: string]>> = {
  phoneNumber: ['PSTN Audio', 'phone number'],
  inboundMinute: ['PSTN Audio', 'minutes of callers who dial'],
  outboundMinute: ['PSTN Audio', 'minutes to telephones'],
  applicationMinute: ['PSTN Audio', 'minutes in the application'],
  voiceConnectorMinute: ['Voice Connector', 'minutes to the contact centre'],
  attendeeMinute: ['Chime SDK meetings', 'minutes of attendees'],
  speech: ['Polly', 'characters spoken, neural'],
  lambdaRequest: ['Lambda', 'invocations'],
  lambdaSecond: ['Lambda', 'time, arm64'],
  tableWrite: ['DynamoDB', 'writes, in both Regions'],
  tableRead: ['DynamoDB', 'reads'],
  tableStorage: ['DynamoDB', 'storage, in both Regions'],
  tableBackup: ['DynamoDB', 'point-in-time recovery'],
  key: ['KMS', 'keys'],
  keyRequest: ['KMS', 'requests'],
  secret: ['Secrets Manager', 'secrets and replicas'],
  secretRequest: ['Secrets Manager', 'requests'],
  logIngestion: ['CloudWatch', 'logs written'],
  logStorage: ['CloudWatch', 'logs kept'],
  metric: ['CloudWatch', 'metrics'],
  alarm: ['CloudWatch', 'alarms'],
  dashboard: ['CloudWatch', 'dashboards'],
  apiRequest: ['API Gateway', 'requests of the console'],
  edgeRequest: ['CloudFront', 'requests of windows'],
  edgeTraffic: ['CloudFront', 'answers to windows'],
  person: ['Cognito', 'people who sign in, Plus plan'],
  trace: ['X-Ray', 'traces'],
  objectStorage: ['S3', 'recordings kept'],
  objectPut: ['S3', 'recordings written'],
};

/** What a month costs in US dollars at list prices. Pure. */
export function monthlyCost(question: CostQuestion): MonthlyCost {
  const rows = rowsOf(question);
  return {
    rows,
    usd: sumOf(rows),
    usdWithoutCalls: sumOf(rowsOf({ ...question, callsPerMonth: 0 })),
    assumptions: assumptionsInWords(question),
  };
}

function rowsOf(question: CostQuestion): readonly CostRow[] {
  const quantities = monthlyQuantities(question);
  return (Object.keys(prices) as PriceName[]).map((name) => {
    const price: Price = prices[name];
    const [service, what] = labels[name];
    const quantity = quantities[name];
    return { service, what, quantity, price, ...(price.usd === undefined ? {} : { usd: quantity * price.usd }) };
  });
}

function sumOf(rows: readonly CostRow[]): number {
  return rows.reduce((sum, { usd = 0 }) => sum + usd, 0);
}
