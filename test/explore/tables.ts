import type { E164 } from '../../shared/domain/phone-number.ts';
import type { CallService } from '../../shared/domain/routing/call-service.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import type { Menu } from '../../shared/domain/routing/menu-of.ts';
import type { Route, RouteWish } from '../../sma-handler/route.ts';
import type { BridgeAttempt, World } from '../../sma-handler/step.ts';
import {
  adviser,
  bellevue,
  closedToday,
  directory,
  downtown,
  holdOn,
  mailbox,
  mobile,
  ownedNumber,
  supportDesk,
} from '../support/attempts.ts';
import { advisers, fleeting, named, operators, timed } from './given-commands.ts';
import type { GivenCommand, Limits, Scenario } from './scenario.ts';

/** Where calls go when nothing can be decided. */
const reception: BridgeAttempt = { kind: 'phone', id: 'reception', number: '+12065550188' as E164, timeoutSeconds: 30 };
/** Taken when nothing can be decided. */
export const defaultPlan: Route['plan'] = {
  ruleId: 'default-destination',
  attempts: [reception],
  callerId: ownedNumber,
};

const looked: BridgeAttempt = { kind: 'phone', id: 'looked-up', number: '+12065550177' as E164, timeoutSeconds: 9 };
/** Who is waited for over two rounds. */
const soon = { ...adviser, timeoutSeconds: 20 } as const;
const second = { ...soon, id: 'second-adviser' } as const;
const orEnd = { onOutcome: { notAnswered: 'end', unreachable: 'nextKind', misconfigured: 'end' } } as const;

const bare: World = { voicemailBucket: 'voicemail-of-example-bank' };
export const furnished: World = {
  ...bare,
  recordings: 'recordings-of-example-bank/calls',
  waitingMusic: { bucket: 'prompts-of-example-bank', key: 'waiting.wav' },
  ringbackTone: { bucket: 'prompts-of-example-bank', key: 'ringing.wav' },
};

export const menu: Menu = {
  greeting: { words: 'Welcome to Example Bank.', locale: 'en-US' },
  options: [
    { reasonId: 'cards', name: 'a lost card' },
    { reasonId: 'loans', name: 'a loan' },
  ],
};

interface Wish {
  readonly name: string;
  readonly attempts: readonly Attempt[];
  readonly service?: CallService;
  readonly entry?: Route['entry'];
  readonly menu?: Menu;
  readonly world?: World;
  readonly limits?: Partial<Limits>;
  readonly commands?: readonly GivenCommand[];
  /** What a caller presses while keys are listened for. */
  readonly pressed?: readonly string[];
  /** Without one, nothing is to be sent along. */
  readonly contextId?: string | undefined;
}

/** The caller's reason, chosen in the menu, has a rule of its own. */
const chosenAttempts: readonly Attempt[] = [downtown, mailbox];

/** A kind of call, from what its table has for it. */
export function aScenario(wish: Wish): Scenario {
  const { name, attempts, service, entry = 'alexa-skill-call', world = bare, limits = {}, commands = [] } = wish;
  const contextId = 'contextId' in wish ? wish.contextId : entry === 'phone' ? undefined : 'context-1';
  const shared = {
    entry,
    tableVersion: 7,
    locale: 'en-US',
    ...(contextId === undefined ? {} : { contextId }),
  };
  const planOf = (ruleId: string, planned: readonly Attempt[]): Route['plan'] => ({
    ruleId,
    attempts: planned,
    callerId: ownedNumber,
    ...(service === undefined ? {} : { service }),
  });
  const main: Route = { ...shared, plan: planOf('rule', attempts) };
  const inTheDark: Route = { entry, plan: defaultPlan };
  const routes = ({ kind }: RouteWish): readonly Route[] => {
    if (kind === 'refused') return [inTheDark];
    if (kind === 'inbound' && wish.menu !== undefined) return [{ ...main, menu: wish.menu }, inTheDark];
    if (kind === 'chosen') return [{ ...main, reasonId: 'cards', plan: planOf('cards', chosenAttempts) }, inTheDark];
    return [main, inTheDark];
  };
  return {
    name,
    entry: entry === 'callback' ? 'callback' : 'inbound',
    world,
    routes,
    looked,
    destinations: { 'branch:bellevue': bellevue, 'meeting:second-adviser': second },
    commands,
    keys: wish.pressed ?? ['*0', '*1', '*2', '*3', '*9', '12'],
    limits,
  };
}

const keys = { 0: 'nextPerson', 1: 'hangUp', 2: 'pauseRecording', 3: 'resumeRecording' } as const;
const odd = { oddities: 1 } as const;

/** Each kind of attempt, each policy, each thing that a rule grants its callers, each entry; what goes on in one call is bounded by `limits`. */
export const scenarios: readonly Scenario[] = [
  { name: 'nobody', attempts: [], limits: odd },
  { name: 'a contact centre', attempts: [supportDesk], limits: odd, world: furnished },
  { name: 'a contact centre without a context', attempts: [supportDesk, mobile], contextId: undefined, limits: odd },
  { name: 'a branch, then another', attempts: [downtown, bellevue], limits: { oddities: 2 } },
  { name: 'a telephone, then voicemail', attempts: [mobile, mailbox], limits: odd },
  { name: 'voicemail where there is no bucket', attempts: [mobile, mailbox], world: {}, limits: odd },
  { name: 'a meeting', attempts: [soon], world: furnished, limits: odd },
  { name: 'a meeting in silence, then a branch', attempts: [soon, downtown], limits: odd },
  { name: 'two meetings, then a contact centre', attempts: [soon, second, supportDesk], world: furnished },
  { name: 'a contact centre, then a meeting', attempts: [supportDesk, soon], limits: odd },
  { name: 'a look-up', attempts: [directory], limits: odd },
  {
    name: 'two look-ups, then a branch',
    attempts: [directory, { ...directory, id: 'elsewhere' }, downtown],
    limits: odd,
  },
  { name: 'a meeting, a look-up, a meeting', attempts: [soon, { ...directory, ...orEnd }, second] },
  { name: 'a message alone', attempts: [closedToday], limits: odd },
  { name: 'messages between attempts', attempts: [holdOn, downtown, holdOn, soon, holdOn, mailbox] },
  { name: 'more messages than fit', attempts: [...many(17, holdOn), mobile, ...many(9, holdOn)], limits: odd },
  {
    name: 'policies that end the call',
    attempts: [
      { ...downtown, ...orEnd },
      { ...bellevue, ...orEnd },
      { ...supportDesk, ...orEnd },
      { ...soon, ...orEnd },
      mailbox,
    ],
  },
  {
    name: 'policies that go on to another kind',
    attempts: [
      { ...downtown, onOutcome: { notAnswered: 'nextKind' } },
      bellevue,
      { ...directory, onOutcome: { declined: 'end' } },
      mobile,
    ],
    limits: odd,
  },
  {
    name: 'recorded always',
    attempts: [supportDesk, soon],
    service: { recording: 'always' },
    world: furnished,
    limits: odd,
  },
  {
    name: 'recorded when agreed to',
    attempts: [supportDesk, mobile],
    service: { recording: 'ask' },
    world: furnished,
    limits: { answers: 2 },
  },
  {
    name: 'another try',
    attempts: [mobile, downtown],
    service: { afterwards: 'anotherTry' },
    limits: { ...odd, answers: 1 },
  },
  {
    name: 'another try in a meeting',
    attempts: [soon],
    service: { afterwards: 'anotherTry' },
    world: furnished,
    limits: { answers: 2 },
  },
  {
    name: 'a survey',
    attempts: [supportDesk, soon],
    service: { afterwards: 'survey' },
    limits: { ...odd, answers: 1 },
  },
  { name: 'keys', attempts: [supportDesk, downtown, mobile], service: { keys }, limits: { ...odd, keys: 1 } },
  {
    name: 'a recording that is paused, and another try',
    attempts: [mobile],
    service: { keys, recording: 'always', afterwards: 'anotherTry' },
    world: furnished,
    pressed: ['*2', '*3'],
    limits: { keys: 2, answers: 1 },
  },
  { name: 'keys in a meeting', attempts: [soon, mobile], service: { keys }, world: furnished, limits: { keys: 2 } },
  { name: 'commands of operators', attempts: [mobile], commands: operators, limits: { ...odd, commands: 1 } },
  {
    name: 'commands while keys are listened for',
    attempts: [mobile, soon],
    service: { keys },
    commands: [operators[0], operators[3]],
    limits: { commands: 1, keys: 1 },
  },
  {
    name: 'commands one after another',
    attempts: [mobile],
    commands: [operators[0], operators[1]],
    limits: { commands: 2 },
  },
  {
    name: 'commands in a meeting',
    attempts: [soon],
    commands: [advisers[1], advisers[2], advisers[3]],
    world: furnished,
    limits: { ...odd, commands: 1 },
  },
  {
    name: 'muted in a meeting, and heard again',
    attempts: [soon],
    commands: [advisers[0], advisers[2], advisers[4]],
    limits: { commands: 2 },
  },
  { name: 'two advisers in a meeting', attempts: [soon], commands: named, world: furnished, limits: { commands: 3 } },
  {
    name: 'an adviser who drops out of a meeting, and perhaps comes back',
    attempts: [soon],
    commands: fleeting,
    service: { recording: 'always' },
    world: furnished,
    limits: { commands: 3 },
  },
  {
    name: 'an adviser who drops out of a meeting, oddly',
    attempts: [soon],
    commands: timed,
    world: furnished,
    limits: { ...odd, commands: 2 },
  },
  {
    name: 'a transfer while an adviser is to come back, and no music',
    attempts: [soon],
    commands: [fleeting[1], operators[0]],
    limits: { commands: 2 },
  },
  { name: 'a menu', entry: 'phone', attempts: [supportDesk], menu, limits: { oddities: 2, answers: 1 } },
  {
    name: 'a menu, recorded when agreed to, a survey',
    entry: 'phone',
    attempts: [mobile],
    menu,
    service: { recording: 'ask', afterwards: 'survey' },
    world: furnished,
    limits: { answers: 3 },
  },
  {
    name: 'a call over a Voice Connector',
    entry: 'phone',
    attempts: [supportDesk, downtown],
    contextId: 'context-1',
    limits: odd,
  },
  { name: 'called back', entry: 'callback', attempts: [supportDesk, mobile], limits: { oddities: 2, answers: 1 } },
  {
    name: 'called back into a meeting, recorded when agreed to',
    entry: 'callback',
    attempts: [soon, mailbox],
    service: { recording: 'ask' },
    world: furnished,
    limits: { answers: 2 },
  },
].map((wish) => aScenario(wish as Wish));

function many(count: number, attempt: Attempt): Attempt[] {
  return Array.from({ length: count }, () => attempt);
}
