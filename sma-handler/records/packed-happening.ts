import type { AttemptMade, Happening, HappeningKind } from '../../shared/domain/call-flow/happening.ts';
import { packList, packText } from './packed-text.ts';

export type FieldType = 'text' | 'number' | 'yes' | 'list' | 'attempt';
type OfKind<Kind, Each = Happening> = Each extends { kind: infer Kinds } ? (Kind extends Kinds ? Each : never) : never;
type Fields<Kind> = { readonly [Name in Exclude<keyof OfKind<Kind>, 'kind'>]-?: FieldType };

/**
 * How each kind is packed: by a letter or two, then its fields in this order. A call may be older than the release that unpacks
 * it: codes and orders stay, new fields come last.
 */
export const packedKinds: {
  readonly [Kind in HappeningKind]: { readonly code: string; readonly fields: Fields<Kind> };
} = {
  routed: {
    code: 'r',
    fields: {
      entry: 'text',
      ruleId: 'text',
      tableVersion: 'number',
      reasonId: 'text',
      locale: 'text',
      destinations: 'list',
      seed: 'text',
      passedOver: 'text',
    },
  },
  menuAsked: { code: 'm', fields: {} },
  menuAnswered: { code: 'ma', fields: { reasonId: 'text' } },
  callbackAsked: { code: 'k', fields: {} },
  callbackAnswered: { code: 'ka', fields: { yes: 'yes' } },
  recordingAsked: { code: 'q', fields: {} },
  recordingAnswered: { code: 'qa', fields: { yes: 'yes' } },
  attemptBegan: { code: 'b', fields: { attempt: 'attempt', context: 'text', meetingId: 'text' } },
  attemptEnded: { code: 'e', fields: { attempt: 'attempt', outcome: 'text', errorType: 'text' } },
  recordingStarted: { code: 'qs', fields: {} },
  recordingFailed: { code: 'qf', fields: {} },
  recordingPaused: { code: 'qp', fields: {} },
  recordingResumed: { code: 'qr', fields: {} },
  voicemailLeft: { code: 'v', fields: { attempt: 'attempt', bucket: 'text', key: 'text' } },
  legEnded: { code: 'l', fields: { leg: 'text', sipResponseCode: 'number' } },
  anotherTryOffered: { code: 't', fields: {} },
  anotherTryAnswered: { code: 'ta', fields: { yes: 'yes' } },
  surveyAsked: { code: 's', fields: {} },
  surveyAnswered: { code: 'sa', fields: { mark: 'number' } },
  commanded: { code: 'c', fields: { command: 'text', from: 'text', destination: 'text' } },
  commandRefused: { code: 'cr', fields: { because: 'text' } },
  apologised: { code: 'a', fields: {} },
  breached: { code: 'x', fields: { rule: 'text' } },
};

/** Without fields at its end that are not there. */
export function packHappening(happening: Happening): string {
  const { code, fields } = packedKinds[happening.kind];
  const values: Readonly<Record<string, unknown>> = { ...happening };
  const packed = Object.entries<FieldType>(fields).map(([name, type]) => packField(values[name], type));
  return [code, ...packed].join(',').replace(/,+$/, '');
}

function packField(value: unknown, type: FieldType): string {
  switch (type) {
    case 'list':
      return Array.isArray(value) ? packList(value.map(String)) : '';
    case 'yes':
      return value === true ? '1' : '0';
    case 'attempt': {
      // Without the schema, whose first use takes milliseconds: somebody may be waiting.
      const { number, kind, id }: Partial<AttemptMade> = typeof value === 'object' && value !== null ? value : {};
      return packList([String(number), String(kind), String(id)]);
    }
    case 'text':
    case 'number':
      return typeof value === 'string' || typeof value === 'number' ? packText(String(value)) : '';
  }
}
