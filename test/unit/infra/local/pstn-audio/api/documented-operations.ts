import * as sdk from '@aws-sdk/client-chime-sdk-voice';

/** An operation as the real client knows it. */
export interface DocumentedOperation {
  readonly name: string;
  /** Such as `PUT /sip-rules/{SipRuleId}`. */
  readonly http: string;
  /** Of success. */
  readonly status: number;
}

/** Every operation of the real client, from the schemas that it serialises by. */
export function documentedOperations(): readonly DocumentedOperation[] {
  return Object.values(sdk).flatMap((value: unknown) => {
    if (!Array.isArray(value) || value[0] !== operationKind) return [];
    const [, , name, traits] = value as [number, string, string, { http: [string, string, number] }];
    const [method, path, status] = traits.http;
    return [{ name, http: `${method} ${path}`, status }];
  });
}

export function documentedStatus(name: string): number {
  return documentedOperations().find((operation) => operation.name === name)!.status;
}

/** How schemas mark what is an operation. */
const operationKind = 9;
