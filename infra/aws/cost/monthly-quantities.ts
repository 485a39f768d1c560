import { deployedFunctions } from '../../functions.ts';
import { assumptions as assumed } from './assumptions.ts';
import { callCounts, consoleCounts, expiries, indexWrites } from './call-counts.ts';
import type { CostQuestion } from './monthly-cost.ts';
import type { PriceName } from './prices.ts';

const minutesOfMonth = 730 * 60;
const kilobytesOfGigabyte = 1_000_000;
/** X-Ray takes the first trace of each second, and 5 in 100 of the others (AWS X-Ray developer guide, default sampling rule). */
const tracesAtLeast = minutesOfMonth * 60;
const tracedShare = 0.05;
const regions = 2;
const looksAtLiveList = assumed.peopleWhoSignIn * assumed.hoursOfLiveList * 3600;
const requestsOfPeople = looksAtLiveList + assumed.peopleWhoSignIn * assumed.requestsOfPerson;

/** How much of everything a month needs, in the unit of its price. */
export function monthlyQuantities(question: CostQuestion): Record<PriceName, number> {
  const { callsPerMonth: calls, config } = question;
  const invocations = invocationsOf(question);
  const tables = tablesOf(calls);
  const kept = gigabytes(calls * tables.items * assumed.kilobytesOfItem * assumed.monthsOfRecords);
  const logged = gigabytes(
    total(invocations) * assumed.kilobytesLogged + minutesOf(question).connectedCalls * assumed.kilobytesOfSip,
  );
  const recorded = calls * assumed.recordedShare;
  const recordedGigabytes = (recorded * question.minutesPerCall * assumed.recordingMegabytes) / 1000;
  const { inbound, outbound, application, voiceConnector, attendees } = minutesOf(question);
  return {
    phoneNumber: 1,
    inboundMinute: inbound,
    outboundMinute: outbound,
    applicationMinute: application,
    voiceConnectorMinute: voiceConnector,
    attendeeMinute: attendees,
    speech: calls * assumed.charactersSpoken,
    lambdaRequest: total(invocations),
    lambdaSecond: gigabyteSeconds(invocations),
    tableWrite: regions * tables.writes + tables.expiries,
    // A look reads the list once.
    tableRead: tables.reads + looksAtLiveList,
    tableStorage: regions * kept,
    tableBackup: regions * kept,
    key: regions,
    keyRequest: assumed.keyRequests,
    secret: assumed.secrets * regions,
    secretRequest: assumed.secretRequests,
    logIngestion: logged,
    logStorage: logged * ((config?.logs.retainDays ?? 30) / 30),
    metric: assumed.metrics,
    alarm: alarmsIn('primary', config) + alarmsIn('standby', config),
    dashboard: regions,
    apiRequest: invocations['console-api'],
    edgeRequest: requestsOfPeople,
    edgeTraffic: gigabytes(requestsOfPeople * assumed.kilobytesOfAnswer),
    person: assumed.peopleWhoSignIn,
    trace: tracesOf(total(invocations)),
    objectStorage: recordedGigabytes * ((config?.recordings.retainDays ?? 30) / 30),
    objectPut: recorded,
  };
}

/** The canary calls from the primary Region, and is watched there. */
export function alarmsIn(region: 'primary' | 'standby', config: CostQuestion['config']): number {
  return assumed.alarms[region] + (region === 'primary' && config?.canary !== undefined ? 1 : 0);
}

/** Minutes by what bills them; both legs are billed while they stand. */
function minutesOf({
  callsPerMonth: calls,
  minutesPerCall,
  config,
}: CostQuestion): Record<
  'inbound' | 'outbound' | 'application' | 'voiceConnector' | 'attendees' | 'connectedCalls',
  number
> {
  const held = minutesPerCall + assumed.minutesBefore;
  const rungBack = (config?.callIngresses ?? ['callback']).includes('callback') ? calls * assumed.callbackShare : 0;
  const hasConnector = config === undefined || config.voiceConnectors.length > 0;
  const connectedCalls = hasConnector ? calls * assumed.voiceConnectorShare : 0;
  const meetings = calls * assumed.meetingShare;
  const telephones = calls - connectedCalls - meetings;
  // A minute for each of the canary's.
  const canaryCalls = canaryCallsOf(config);
  return {
    inbound: (calls - rungBack) * held,
    outbound: rungBack * held + telephones * minutesPerCall + canaryCalls,
    application: calls * held + canaryCalls,
    voiceConnector: connectedCalls * minutesPerCall,
    attendees: meetings * 2 * minutesPerCall,
    connectedCalls,
  };
}

function canaryCallsOf(config: CostQuestion['config']): number {
  return config?.canary === undefined ? 0 : minutesOfMonth / config.canary.everyMinutes;
}

type Invocations = Readonly<Record<keyof typeof assumed.duration, number>>;

function invocationsOf({ callsPerMonth: calls, config }: CostQuestion): Invocations {
  return {
    skill: calls * callCounts.skill.invocations,
    sma: (calls + canaryCallsOf(config)) * callCounts.sma.invocations,
    'console-api': calls * consoleCounts.invocations + looksAtLiveList,
  };
}

function total(invocations: Invocations): number {
  return Object.values(invocations).reduce((sum, count) => sum + count, 0);
}

function gigabyteSeconds(invocations: Invocations): number {
  return deployedFunctions.reduce((sum, { name, memoryMegabytes }) => {
    if (!(name in invocations)) return sum;
    const known = name as keyof Invocations;
    return sum + ((invocations[known] * assumed.duration[known]) / 1000) * (memoryMegabytes / 1024);
  }, 0);
}

function tablesOf(calls: number): Record<'reads' | 'writes' | 'expiries' | 'items', number> {
  const { skill, sma } = callCounts;
  return {
    reads: calls * (skill.reads + sma.reads + consoleCounts.reads),
    writes: calls * (skill.writes + sma.writes + consoleCounts.writes + indexWrites),
    expiries: calls * expiries,
    items: expiries,
  };
}

function tracesOf(invocations: number): number {
  return invocations <= tracesAtLeast ? invocations : tracesAtLeast + tracedShare * (invocations - tracesAtLeast);
}

function gigabytes(kilobytes: number): number {
  return kilobytes / kilobytesOfGigabyte;
}
