import type { Ids } from '../../../shared/ports/ids.ts';
import type { Timers } from '../../../shared/ports/timers.ts';
import type { Alexa } from '../alexa/service/start-alexa.ts';
import { Advisers } from '../contact-center/adviser.ts';
import { AgentsPhones } from '../contact-center/agents-phones.ts';
import { Branches } from '../contact-center/branches.ts';
import type { OnConversation } from '../contact-center/conversation.ts';
import { Desk } from '../contact-center/desk.ts';
import type { LocalEventBus } from '../event-bus/event-bus.ts';
import type { LocalMeetings } from '../meetings/meetings.ts';
import { startSoftPhone, type SoftPhone } from '../phone/soft-phone.ts';
import type { PstnAudio } from '../pstn-audio/service/pstn-audio.ts';
import type { BegunCalls } from './callers/begun-calls.ts';
import type { BorrowedAccount } from './callers/borrowed-account.ts';
import { Callers } from './callers/callers.ts';
import type { LocalConsole } from './start-console.ts';
import type { Tenant } from './tenant.ts';

/** The tones that people speak with, in Hz: none a multiple of another. */
export const voices = { caller: 440, agent: 620, branch: 830, adviser: 1050 } as const;

export interface PeopleOptions {
  readonly tenant: Tenant;
  /** Where the contact centre and the branches are rung. */
  readonly phones: { readonly contactCenter: SoftPhone; readonly telephoneNetwork: SoftPhone };
  readonly alexa: Alexa;
  readonly account: BorrowedAccount;
  readonly pstnAudio: Pick<PstnAudio, 'address'>;
  readonly begun: BegunCalls;
  readonly console: LocalConsole;
  readonly eventBus: LocalEventBus;
  readonly adviserBus: string;
  readonly meetings: LocalMeetings;
  readonly onConversation: OnConversation;
  readonly timers: Timers;
  readonly ids: Ids;
}

/** Those who are called, and those who call. */
export interface People {
  readonly desk: Desk;
  readonly branches: Branches;
  readonly advisers: Advisers;
  /** Telephones that ring for whoever sits before the console. */
  readonly agentsPhones: AgentsPhones;
  /** People who call when they are told to. */
  readonly callers: Callers;
  readonly close: () => Promise<void>;
}

export async function startPeople(options: PeopleOptions): Promise<People> {
  const { tenant, phones, console, eventBus, adviserBus, meetings, onConversation, timers, ids } = options;
  const agentsPhones = new AgentsPhones(ids);
  const telephone = await startSoftPhone({ timers, ids, name: 'Telephone of a caller', voiceHz: voices.caller });
  const { alexa, account, pstnAudio, begun } = options;
  const callers = new Callers({ tenant, alexa, account, phone: telephone, pstnAudio, begun, timers });
  const advisers = new Advisers({
    eventBus,
    bus: adviserBus,
    meetings,
    region: tenant.region,
    voiceHz: voices.adviser,
    console: console.adviserScreen,
    tellCall: (transactionId, command) => console.adviser.command(transactionId, { command }),
    agentsPhones,
    onConversation,
    timers,
  });
  return {
    desk: new Desk({
      id: tenant.contactCenterId,
      phone: phones.contactCenter,
      voiceHz: voices.agent,
      console: console.crm,
      agentsPhones,
      onConversation,
    }),
    branches: new Branches({
      phone: phones.telephoneNetwork,
      voiceHz: voices.branch,
      branches: tenant.branches,
      agentsPhones,
      onConversation,
    }),
    advisers,
    agentsPhones,
    callers,
    async close() {
      callers.hangUp();
      await advisers.close();
      await telephone.close();
    },
  };
}
