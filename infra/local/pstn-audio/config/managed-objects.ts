import type { Protocol } from '../sip/user-agent.ts';
import type { PstnAudioConfig, SipMediaApplication, SipRule, VoiceConnector } from './config.ts';

/** Where a SIP request is sent. */
export interface SipPeer {
  readonly host: string;
  readonly port: number;
  readonly protocol?: Protocol;
}

/** Where names in the configuration are found, as /etc/hosts would say it: a peer on one machine gets whatever port is free. */
export type Hosts = ReadonlyMap<string, SipPeer>;

/** A rule that takes a call, with its applications in the order they are tried. */
export interface RuleMatch {
  readonly rule: SipRule;
  readonly applications: readonly SipMediaApplication[];
}

/** Look-ups over phone numbers, SIP rules, SIP media applications, Voice Connectors and the telephone network. */
export class ManagedObjects {
  readonly #config: PstnAudioConfig;
  readonly #hosts: Hosts;

  constructor(config: PstnAudioConfig, hosts: Hosts = new Map()) {
    this.#config = config;
    this.#hosts = hosts;
  }

  get awsAccountId(): string {
    return this.#config.AwsAccountId;
  }

  /** The enabled rule for a dialled number, else for the host of the Request-URI. */
  ruleFor(dialled: { readonly number: string | undefined; readonly host: string }): RuleMatch | undefined {
    const enabled = this.#config.SipRules.filter(({ Disabled }) => !Disabled);
    const rule =
      enabled.find(
        ({ TriggerType, TriggerValue }) => TriggerType === 'ToPhoneNumber' && TriggerValue === dialled.number,
      ) ??
      enabled.find(
        ({ TriggerType, TriggerValue }) =>
          TriggerType === 'RequestUriHostname' && TriggerValue.toLowerCase() === dialled.host.toLowerCase(),
      );
    return rule === undefined ? undefined : { rule, applications: this.#inPriorityOrder(rule) };
  }

  ownsNumber(number: string): boolean {
    return this.#config.PhoneNumbers.some(({ E164PhoneNumber }) => E164PhoneNumber === number);
  }

  /**
   * The peers behind a Voice Connector or a group of them, in the order in which they are tried; undefined when the account has
   * no such connector or group.
   */
  routesTo(arn: string): readonly SipPeer[] | undefined {
    const connector = this.voiceConnector(arn);
    return connector === undefined ? undefined : this.originationPeers(connector);
  }

  voiceConnector(arn: string): VoiceConnector | undefined {
    return this.#config.VoiceConnectors.find(({ VoiceConnectorArn }) => VoiceConnectorArn === arn);
  }

  /** A Voice Connector's peers, lowest Priority first, as AWS tries them; within a priority the heavier first. */
  originationPeers({ Origination }: VoiceConnector): readonly SipPeer[] {
    if (Origination.Disabled) return [];
    return Origination.Routes.toSorted((a, b) => a.Priority - b.Priority || b.Weight - a.Weight).map((route) =>
      this.#resolve(route),
    );
  }

  /** The peer that the telephone network sends a number to: the longest prefix wins. */
  pstnPeer(number: string): SipPeer | undefined {
    const route = this.#config.Pstn.Routes.filter(({ Prefix }) => number.startsWith(Prefix)).sort(
      (a, b) => b.Prefix.length - a.Prefix.length,
    )[0];
    return route === undefined ? undefined : this.#resolve(route);
  }

  #resolve({ Host, Port }: { readonly Host: string; readonly Port: number }): SipPeer {
    return this.#hosts.get(Host) ?? { host: Host, port: Port };
  }

  #inPriorityOrder(rule: SipRule): readonly SipMediaApplication[] {
    return rule.TargetApplications.toSorted((a, b) => a.Priority - b.Priority).flatMap((target) =>
      this.#config.SipMediaApplications.filter(
        ({ SipMediaApplicationId }) => SipMediaApplicationId === target.SipMediaApplicationId,
      ),
    );
  }
}
