import type { Ids } from '../../../../shared/ports/ids.ts';
import { readConnectorArn } from './arn.ts';
import type { Registry } from './registry.ts';
import type { SipMediaApplication } from './sip-media-application.ts';
import type { Hosts, SipPeer } from './sip-peer.ts';
import type { SipRule } from './sip-rule.ts';
import type { VoiceConnectorGroup } from './voice-connector-group.ts';
import type { VoiceConnector } from './voice-connector.ts';
import { weightedOrder } from './weighted-order.ts';

export type { Hosts, SipPeer } from './sip-peer.ts';

/** A rule that takes a call, with its applications in the order they are tried. */
export interface RuleMatch {
  readonly rule: SipRule;
  readonly applications: readonly SipMediaApplication[];
}

/** One way into the telephone network. */
export interface PstnRoute {
  readonly Prefix: string;
  readonly Host: string;
  readonly Port: number;
  readonly Protocol: 'UDP' | 'TCP' | 'TLS';
}

export interface ManagedObjectsOptions {
  readonly registry: Registry;
  readonly pstnRoutes: readonly PstnRoute[];
  readonly hosts: Hosts;
  readonly ids: Ids;
}

/** What calls ask of the account's objects, as they are at that moment, and of the telephone network. */
export class ManagedObjects {
  readonly registry: Registry;
  readonly #pstnRoutes: readonly PstnRoute[];
  readonly #hosts: Hosts;
  readonly #ids: Ids;

  constructor({ registry, pstnRoutes, hosts, ids }: ManagedObjectsOptions) {
    this.registry = registry;
    this.#pstnRoutes = pstnRoutes;
    this.#hosts = hosts;
    this.#ids = ids;
  }

  get awsAccountId(): string {
    return this.registry.awsAccountId;
  }

  /** The rule for a number, where it is enabled. */
  ruleForNumber(number: string): RuleMatch | undefined {
    return this.#enabled('ToPhoneNumber', number);
  }

  /** The rule for a Request-URI's host, where it is enabled. */
  ruleForHost(host: string): RuleMatch | undefined {
    return this.#enabled('RequestUriHostname', host);
  }

  /** Whether a number is the account's to use. */
  ownsNumber(number: string): boolean {
    return this.registry.ownNumber(number) !== undefined;
  }

  /**
   * The peers behind a Voice Connector or a group of them, in the order in which one call tries them: the next call may have
   * another. Undefined when the account has no such connector or group.
   */
  routesTo(arn: string): readonly SipPeer[] | undefined {
    const connector = this.voiceConnector(arn);
    if (connector !== undefined) return this.originationPeers(connector);
    const group = this.voiceConnectorGroup(arn);
    return group === undefined ? undefined : this.groupPeers(group);
  }

  /** By its ARN, in the short or the long form (vc/…, voice-connector/…). */
  voiceConnector(arn: string): VoiceConnector | undefined {
    const exact = this.registry.voiceConnectorBy(arn);
    if (exact !== undefined) return exact;
    const named = readConnectorArn(arn);
    if (named?.kind !== 'vc' || named.accountId !== this.awsAccountId) return undefined;
    const found = this.registry.voiceConnectors.get(named.id);
    return found?.AwsRegion === named.awsRegion ? found : undefined;
  }

  /** By its ARN; a group spans Regions, so the one in the ARN does not count. */
  voiceConnectorGroup(arn: string): VoiceConnectorGroup | undefined {
    const named = readConnectorArn(arn);
    return named?.kind === 'vcg' && named.accountId === this.awsAccountId
      ? this.registry.voiceConnectorGroups.get(named.id)
      : undefined;
  }

  /** A connector's peers, lowest Priority first, within one drawn by Weight; none while origination is disabled. */
  originationPeers({ Origination, RequireEncryption }: VoiceConnector): readonly SipPeer[] {
    if (Origination === undefined || Origination.Disabled) return [];
    const inOrder = weightedOrder(
      Origination.Routes,
      ({ Priority, Weight }) => ({ priority: Priority, weight: Weight }),
      this.#ids,
    );
    return inOrder.map((route) => this.#resolve({ ...route, Protocol: RequireEncryption ? 'TLS' : route.Protocol }));
  }

  /** The peers of a group's connectors, one connector after the other. */
  groupPeers({ VoiceConnectorItems }: VoiceConnectorGroup): readonly SipPeer[] {
    return weightedOrder(VoiceConnectorItems, ({ Priority }) => ({ priority: Priority, weight: 1 }), this.#ids).flatMap(
      ({ VoiceConnectorId }) => {
        const connector = this.registry.voiceConnectors.get(VoiceConnectorId);
        return connector === undefined ? [] : this.originationPeers(connector);
      },
    );
  }

  /** The peer that the telephone network sends a number to: the longest prefix wins. */
  pstnPeer(number: string): SipPeer | undefined {
    const route = this.#pstnRoutes
      .filter(({ Prefix }) => number.startsWith(Prefix))
      .toSorted((a, b) => b.Prefix.length - a.Prefix.length)[0];
    return route === undefined ? undefined : this.#resolve(route);
  }

  #enabled(type: SipRule['TriggerType'], value: string): RuleMatch | undefined {
    const rule = this.registry.ruleTriggeredBy(type, value);
    return rule === undefined || rule.Disabled ? undefined : { rule, applications: this.#inPriorityOrder(rule) };
  }

  #inPriorityOrder({ TargetApplications }: SipRule): readonly SipMediaApplication[] {
    return TargetApplications.toSorted((a, b) => a.Priority - b.Priority).flatMap(
      ({ SipMediaApplicationId }) => this.registry.sipMediaApplications.get(SipMediaApplicationId) ?? [],
    );
  }

  #resolve({ Host, Port, Protocol }: Omit<PstnRoute, 'Prefix'>): SipPeer {
    return { host: Host, port: Port, protocol: Protocol, ...this.#hosts.get(Host) };
  }
}
