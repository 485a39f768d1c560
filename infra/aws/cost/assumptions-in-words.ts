import { assumptions as assumed } from './assumptions.ts';
import { callCounts, consoleCounts, expiries, indexWrites } from './call-counts.ts';
import { alarmsIn } from './monthly-quantities.ts';
import type { CostQuestion } from './monthly-cost.ts';

/** What the estimate rests on, a sentence each, for whoever reads the figures. */
export function assumptionsInWords({ minutesPerCall, config }: CostQuestion): readonly string[] {
  const { skill, sma } = callCounts;
  const hasConnector = config === undefined || config.voiceConnectors.length > 0;
  const ringsBack = (config?.callIngresses ?? ['callback']).includes('callback');
  return [
    'PSTN Audio is closed to new customers since 29 October 2026 (administrator guide, SIP media applications availability change): the account must have used it before.',
    'List prices of us-east-1 and us-west-2 in US dollars, without taxes, free tiers, discounts and data transfer; the telephones are in the United States.',
    'Billed by PSTN Audio: each leg to or from a telephone, and the time in the application (developer guide, CallAndBridge).',
    `A call: ${minutesPerCall} minutes of talk after ${assumed.minutesBefore} minutes of announcements and ringing; ${assumed.charactersSpoken} characters are said by a neural voice.`,
    `${ringsBack ? `${percent(assumed.callbackShare)} of callers are rung back; the others dial the number` : 'All callers dial the number'}.`,
    `${hasConnector ? `${percent(assumed.voiceConnectorShare)} of calls go to the contact centre by Voice Connector, ` : ''}${percent(assumed.meetingShare)} to an adviser in a meeting, the others to a telephone.`,
    `Invocations a call, counted in the bundles: skill ${skill.invocations} (a whole conversation), sma ${sma.invocations} (the first destination does not answer, the second does), console-api ${consoleCounts.invocations}.`,
    `Table requests a call: ${skill.writes + sma.writes + consoleCounts.writes} writes and ${indexWrites} to indexes, in both Regions; ${expiries} expiries, billed in one; ${skill.reads + sma.reads + consoleCounts.reads} reads.`,
    `An invocation takes ${assumed.duration.skill} ms (skill), ${assumed.duration.sma} ms (sma), ${assumed.duration['console-api']} ms (console-api), and logs ${assumed.kilobytesLogged} kB; call records are kept ${assumed.monthsOfRecords} months.`,
    `${percent(assumed.recordedShare)} of calls are recorded; recordings are kept ${config?.recordings.retainDays ?? 30} days, logs ${config?.logs.retainDays ?? 30} days.`,
    `${alarmsIn('primary', config)} alarms in the primary Region and ${alarmsIn('standby', config)} in the other, a dashboard in each, ${assumed.metrics} metrics, ${assumed.secrets} secrets with replicas, a key in each Region.`,
    ...(config?.canary === undefined
      ? []
      : [`The canary calls every ${config.canary.everyMinutes} minutes, for a minute.`]),
    `${assumed.peopleWhoSignIn} people sign in to the console, at a user pool of the Plus plan; each has the live list of calls open for ${assumed.hoursOfLiveList} hours a month, which asks once a second, and sends ${assumed.requestsOfPerson} requests beside.`,
    "Not counted: Cognito's tokens for the contact centre (one an hour), EventBridge, SNS, Lambda of the deployment itself and of rotation, voicemail, the function for routing tables, the console’s files and access logs in S3 (some megabytes), a web ACL.",
  ];
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
