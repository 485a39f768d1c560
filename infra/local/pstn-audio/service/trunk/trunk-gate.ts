import type { Clock } from '../../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../../shared/ports/ids.ts';
import type { VoiceConnector } from '../../objects/voice-connector.ts';
import { createDigestChallenger, type DigestChallenger } from '../../sip/digest/challenger.ts';
import type { SipRequest } from '../../sip/message/message.ts';
import type { Protocol } from '../../sip/user-agent.ts';
import { rateLimit, type RateLimit } from '../rate-limit.ts';
import { isInBlocks } from './cidr.ts';
import type { TrunkRefusal } from './incoming-route.ts';

/** The INVITE, and who sent it. */
export interface TrunkCaller {
  readonly request: SipRequest;
  readonly source: { readonly host: string };
  readonly protocol: Protocol;
}

/**
 * Lets calls from a private branch exchange in as its Voice Connector's termination settings have it (Amazon Chime SDK
 * administrator guide, edit-voicecon). AWS documents the settings, not the codes: 403, 407 and 503 are our choice. An empty
 * CidrAllowedList lets in whoever proves who it is, and nobody where no credentials are set: our reading too.
 */
export class TrunkGate {
  readonly #ids: Ids;
  readonly #clock: Clock;
  readonly #rates = new Map<string, { readonly perSecond: number; readonly limit: RateLimit }>();
  readonly #challengers = new Map<string, DigestChallenger>();

  constructor({ ids, clock }: { readonly ids: Ids; readonly clock: Clock }) {
    this.#ids = ids;
    this.#clock = clock;
  }

  /** Why a call is not let in; undefined when it is. A call that is let in counts against the connector's CpsLimit. */
  refusalOf(connector: VoiceConnector, { request, source, protocol }: TrunkCaller): TrunkRefusal | undefined {
    const { Termination: termination, TerminationCredentials: credentials, RequireEncryption } = connector;
    if (termination === undefined || termination.Disabled) return { status: 403, reason: 'Termination disabled' };
    if (RequireEncryption && protocol !== 'TLS') return { status: 403, reason: 'Encryption required' };
    if (!isAllowedSource(connector, source.host)) return { status: 403, reason: 'Source address not allowed' };
    return (
      (credentials.length === 0 ? undefined : this.#challenge(connector, request)) ??
      (this.#rate(connector.VoiceConnectorId, termination.CpsLimit).take()
        ? undefined
        : { status: 503, reason: 'Calls per second exceeded', headers: { 'Retry-After': '1' } })
    );
  }

  #challenge(
    { OutboundHostName, TerminationCredentials }: VoiceConnector,
    request: SipRequest,
  ): TrunkRefusal | undefined {
    const challenger = this.#challenger(OutboundHostName);
    const verdict = challenger.verify(
      request,
      (username) => TerminationCredentials.find(({ Username }) => Username === username)?.Password,
    );
    if (verdict === 'accepted') return undefined;
    const { name, value } = challenger.challenge({ stale: verdict === 'stale' });
    return { status: challenger.status, headers: { [name]: value } };
  }

  #challenger(realm: string): DigestChallenger {
    const known = this.#challengers.get(realm);
    if (known !== undefined) return known;
    const made = createDigestChallenger({ realm, ids: this.#ids, clock: this.#clock });
    this.#challengers.set(realm, made);
    return made;
  }

  #rate(id: string, perSecond: number): RateLimit {
    const known = this.#rates.get(id);
    if (known?.perSecond === perSecond) return known.limit;
    const limit = rateLimit(perSecond, this.#clock);
    this.#rates.set(id, { perSecond, limit });
    return limit;
  }
}

/** Whether the connector's termination settings let this address send anything. */
export function isAllowedSource({ Termination, TerminationCredentials }: VoiceConnector, host: string): boolean {
  if (Termination === undefined) return false;
  const { CidrAllowedList: blocks } = Termination;
  return blocks.length === 0 ? TerminationCredentials.length > 0 : isInBlocks(host, blocks);
}
