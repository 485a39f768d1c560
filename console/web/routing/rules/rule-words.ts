import { policyOutcomes } from '../../../../shared/domain/routing/attempt-policy.ts';
import { plainText } from '../plain-text.ts';
import type { Attempt, AttributeTest, CallService, Conditions, Rule } from '../table-parts.ts';

/** Words for a rule as the file has it, before it is compiled: as `describeTable` says them of a published table. */
export interface RuleWords {
  /** "the reason is lost-card and office-hours is open"; "everybody" without conditions. */
  readonly when: string;
  /** One for each attempt: "contact centre support (20 s)". */
  readonly attempts: readonly string[];
  /** "recorded if the caller agrees; *9 hang up"; empty: nothing of the kind. */
  readonly service: string;
}

export function ruleWords({ when = {}, attempts, ...service }: Omit<Rule, 'id'>): RuleWords {
  return { when: conditionsWords(when), attempts: attempts.map(attemptWords), service: serviceWords(service) };
}

/** One sentence to read aloud: "when the reason is lost-card: first contact centre support (20 s), then meeting adviser (60 s)". */
export function sentenceOf({ when, attempts, service }: RuleWords): string {
  const whom = when === 'everybody' ? when : `when ${when}`;
  const tried = attempts.length > 1 ? `first ${attempts.join(', then ')}` : attempts.join('');
  return `${whom}: ${tried}${service === '' ? '' : `; ${service}`}`;
}

export function conditionsWords(when: Conditions): string {
  const parts = [
    ...listWords('the reason is', when.reason),
    ...(when.entry === undefined ? [] : [`the call comes in by ${oneOf(when.entry)}`]),
    ...listWords('the language is', when.locale),
    ...listWords('the country is', when.country),
    ...listWords('the state is', when.state),
    ...listWords('the postal code begins with', when.postalPrefix),
    ...listWords("the caller's number begins with", when.callerPrefix),
    ...Object.entries(when.attribute ?? {}).map(([name, test]) => `${name} ${testWords(test)}`),
    ...Object.entries(when.schedule ?? {}).map(([id, is]) => `${id} is ${is}`),
    ...(when.share === undefined ? [] : [`among ${when.share} % of callers, by lot`]),
  ];
  return parts.length === 0 ? 'everybody' : parts.join(' and ');
}

function listWords(words: string, values: readonly string[] | undefined): string[] {
  return values === undefined ? [] : [`${words} ${oneOf(values)}`];
}

function testWords(test: AttributeTest): string {
  if (typeof test === 'string') return `is ${test}`;
  if (Array.isArray(test)) return `is ${oneOf(test)}`;
  if ('prefix' in test) return `begins with ${oneOf(test.prefix)}`;
  if ('exists' in test) return test.exists ? 'is known' : 'is not known';
  const { from, below } = test;
  if (from === undefined) return `is below ${below ?? ''}`;
  return below === undefined ? `is ${from} or more` : `is ${from} or more and below ${below}`;
}

/** Whether it rings, for how long, and what else is said of it. */
export function attemptWords(attempt: Attempt): string {
  return `${destinationWords(attempt)}${policyWords(attempt.onOutcome)}`;
}

const usualRingSeconds = 30;
const usualMeetingSeconds = 60;
const usualVoicemailSeconds = 120;

function destinationWords(attempt: Attempt): string {
  const { contactCenter, branch, phone, meeting, lookUp, message, voicemail, nearestBranch, choice, timeout } = attempt;
  const rings = `(${timeout ?? usualRingSeconds} s)`;
  if (contactCenter !== undefined) return `contact centre ${contactCenter} ${rings}`;
  if (branch !== undefined) return `branch ${branch} ${rings}`;
  if (phone !== undefined) return `${phone.id} at ${phone.number} ${rings}`;
  if (meeting !== undefined) return `meeting ${meeting} (${timeout ?? usualMeetingSeconds} s)`;
  if (lookUp !== undefined) return `wherever ${lookUp} says ${rings}`;
  if (message !== undefined) return `the words of ${message.id}: "${plainText(message.words)}"`;
  if (voicemail !== undefined)
    return `voicemail ${voicemail.id} (up to ${voicemail.maximum ?? usualVoicemailSeconds} s)`;
  if (nearestBranch !== undefined) return nearestWords(nearestBranch, timeout ?? usualRingSeconds);
  return choice === undefined ? 'nobody' : choiceWords(choice);
}

function nearestWords(
  { service, within, upTo = 1, spread }: NonNullable<Attempt['nearestBranch']>,
  seconds: number,
): string {
  const branches = upTo === 1 ? 'the nearest open branch' : `up to ${upTo} nearest open branches`;
  const offering = service === undefined ? '' : ` for ${service}`;
  const shared = spread === undefined ? '' : `, by lot among those at most ${spread} km farther than the nearest`;
  return `${branches}${offering} within ${within} km${shared} (${seconds} s${upTo === 1 ? '' : ' each'})`;
}

function choiceWords({ from, upTo = 1 }: NonNullable<Attempt['choice']>): string {
  const total = from.reduce((sum, { weight }) => sum + weight, 0);
  const members = from.map((member) => `${percent(member.weight, total)} % ${attemptWords(member)}`);
  return `${upTo === 1 ? 'one' : `up to ${upTo}`} of these by lot: ${members.join('; ')}`;
}

/** To a tenth; 0 while nothing has a weight. */
export function percent(weight: number, total: number): number {
  return total > 0 ? Math.round((weight / total) * 1000) / 10 : 0;
}

export const outcomeWords = {
  notAnswered: 'not answered',
  declined: 'declined',
  unreachable: 'unreachable',
  misconfigured: 'refused by AWS',
} as const;
export const actionWords = { next: 'go on', nextKind: 'go on with another kind', end: 'end the call' } as const;

function policyWords(onOutcome: Attempt['onOutcome']): string {
  const parts = policyOutcomes.flatMap((outcome) => {
    const action = onOutcome?.[outcome];
    return action === undefined ? [] : [`if ${outcomeWords[outcome]}, ${actionWords[action]}`];
  });
  return parts.length === 0 ? '' : ` [${parts.join('; ')}]`;
}

export const recordingWords = {
  always: 'recorded, and callers are told',
  ask: 'recorded if the caller agrees',
} as const;
export const afterwardsWords = {
  anotherTry: 'another try is offered afterwards',
  survey: 'a survey follows',
} as const;
export const keyWords = {
  nextPerson: 'next person',
  hangUp: 'hang up',
  pauseRecording: 'pause recording',
  resumeRecording: 'resume recording',
} as const;

export function serviceWords({ recording, afterwards, keys = {} }: CallService): string {
  const pressed = Object.entries(keys).map(([digit, command]) => `*${digit} ${keyWords[command]}`);
  return [
    ...(recording === undefined ? [] : [recordingWords[recording]]),
    ...(afterwards === undefined ? [] : [afterwardsWords[afterwards]]),
    ...(pressed.length === 0 ? [] : [pressed.join(', ')]),
  ].join('; ');
}

function oneOf(values: readonly string[]): string {
  return values.join(' or ');
}
