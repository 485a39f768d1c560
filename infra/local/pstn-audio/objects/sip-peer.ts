import type { Protocol } from '../sip/user-agent.ts';

/** Where a SIP request is sent. */
export interface SipPeer {
  readonly host: string;
  readonly port: number;
  readonly protocol?: Protocol;
}

/** Where names in the configuration are found, as /etc/hosts would say it: a peer on one machine gets whatever port is free. */
export type Hosts = ReadonlyMap<string, SipPeer>;
