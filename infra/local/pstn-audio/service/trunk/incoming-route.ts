import type { RuleMatch, SipPeer } from '../../objects/managed-objects.ts';
import type { ExtraHeaders } from '../../sip/user-agent.ts';

/** Where a call that comes in goes. */
export type IncomingRoute =
  /** A SIP rule takes it: its applications are tried in order. At least one. */
  | { readonly kind: 'application'; readonly match: RuleMatch }
  | ({ readonly kind: 'trunk' } & TrunkRoute)
  | ({ readonly kind: 'refused' } & TrunkRefusal);

/** A call that no function has a say in: it goes through a Voice Connector, one way or the other. */
export interface TrunkRoute {
  /** Whose routes the peers are: `vc/<id>`, `vcg/<id>` or `Pstn`. */
  readonly via: string;
  /** In the order they are tried; at least one. */
  readonly peers: readonly SipPeer[];
  /** User part of the URI that is called: an E.164 number. */
  readonly callee: string;
  /** What the callee is shown: an E.164 number, or `anonymous`. */
  readonly callerId: string;
  /** x-*, User-to-User and Diversion of the caller, passed on. */
  readonly headers: ExtraHeaders;
}

export interface TrunkRefusal {
  /** From 300 to 699. */
  readonly status: number;
  readonly reason?: string;
  readonly headers?: ExtraHeaders;
}
