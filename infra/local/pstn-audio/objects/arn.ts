/** The kinds of objects that have an ARN, as their ARN names them. */
export type ArnKind = 'sma' | 'vc' | 'vcg' | 'phone-number';

/** What an ARN of a Voice Connector or a group tells. */
export interface ConnectorArn {
  readonly kind: 'vc' | 'vcg';
  readonly awsRegion: string;
  readonly accountId: string;
  readonly id: string;
}

/** `arn:aws:chime:<Region>:<account>:<kind>/<id>` (Amazon Chime SDK developer guide, call-and-bridge, play-audio). */
export function chimeArn(
  kind: ArnKind,
  at: { readonly awsRegion: string; readonly accountId: string },
  id: string,
): string {
  return `arn:aws:chime:${at.awsRegion}:${at.accountId}:${kind}/${id}`;
}

const connectorArn =
  /^arn:aws[\w-]*:chime:(?<awsRegion>[a-z0-9-]+):(?<accountId>\d{12}):(?<kind>vc|vcg|voice-connector|voice-connector-group)\/(?<id>[\w-]+)$/;

/** Takes an ARN apart; both the short and the long names of the two kinds occur. Undefined for any other text. */
export function readConnectorArn(text: string): ConnectorArn | undefined {
  const { awsRegion, accountId, kind, id } = connectorArn.exec(text)?.groups ?? {};
  if (awsRegion === undefined || accountId === undefined || id === undefined) return undefined;
  return { kind: kind === 'vcg' || kind === 'voice-connector-group' ? 'vcg' : 'vc', awsRegion, accountId, id };
}
