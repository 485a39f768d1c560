import { createHash, createHmac } from 'node:crypto';

/** A part of a message that a signature covers: a header's lower-case name, or a derived component such as "@method". */
export type SignedComponent = readonly [name: string, value: string];

export interface SignatureParameters {
  readonly components: readonly SignedComponent[];
  /** Seconds since 1970. */
  readonly created: number;
  /** Printable ASCII without quotes and backslashes. */
  readonly keyId: string;
}

/** Signature-Input and Signature, under one label. */
export interface SignatureHeaders {
  readonly 'signature-input': string;
  readonly signature: string;
}

/** What is signed, line by line, the parameters last (RFC 9421 §2.5). */
export function signatureBase(parameters: SignatureParameters): string {
  const lines = parameters.components.map(([name, value]) => `"${name}": ${value.trim()}`);
  return [...lines, `"@signature-params": ${signatureInput(parameters)}`].join('\n');
}

/** Signs with HMAC-SHA-256 (RFC 9421 §3.3.3). @param label names the signature among others: a lower-case word. */
export function signMessage(label: string, parameters: SignatureParameters, key: Uint8Array): SignatureHeaders {
  const signature = createHmac('sha256', key).update(signatureBase(parameters)).digest('base64');
  return { 'signature-input': `${label}=${signatureInput(parameters)}`, signature: `${label}=:${signature}:` };
}

/** Content-Digest of a body (RFC 9530 §2). */
export function contentDigest(body: string): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;
}

function signatureInput({ components, created, keyId }: SignatureParameters): string {
  const names = components.map(([name]) => `"${name}"`).join(' ');
  return `(${names});created=${created};keyid="${keyId}"`;
}
