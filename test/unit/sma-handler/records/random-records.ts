import fc from 'fast-check';
import { invocationEventTypes } from '../../../../shared/contracts/sma-event.ts';
import { smaActionTypes } from '../../../../shared/contracts/sma-action-types.ts';
import { ingresses } from '../../../../shared/domain/call-context.ts';
import { contextSendings, type AttemptMade, type Happening } from '../../../../shared/domain/call-flow/happening.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import type { PendingRecord } from '../../../../sma-handler/records/pending-record.ts';

/** Every kind there is; adding one to the domain without adding it here is a type error. */
type Generators = { readonly [Kind in Happening['kind']]: fc.Arbitrary<object> };

/** Anything: also separators, quotation marks, halves of characters, and nothing. */
const anyText = fc.oneof(
  fc.stringMatching(/^[a-z][a-z0-9-]{0,31}$/),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('|', ';', '!', ',', '~', '%', '=', '-', '"', '%0041'), maxLength: 6 }),
);
const attempt: fc.Arbitrary<AttemptMade> = fc.record({
  number: fc.integer({ min: 1, max: 400 }),
  kind: fc.constantFrom('contactCenter', 'branch', 'phone', 'meeting', 'lookUp', 'message', 'voicemail'),
  id: anyText,
});
const nothing = fc.constant({});
const yes = fc.record({ yes: fc.boolean() });

function some<Required extends object, Optional extends object>(
  required: { [Name in keyof Required]: fc.Arbitrary<Required[Name]> },
  optional: { [Name in keyof Optional]: fc.Arbitrary<Optional[Name]> },
): fc.Arbitrary<object> {
  return fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    .map(([all, perhaps]) => ({ ...all, ...perhaps }));
}

const generators: Generators = {
  routed: some(
    { entry: fc.constantFrom(...ingresses), ruleId: anyText, destinations: fc.array(anyText, { maxLength: 6 }) },
    { tableVersion: fc.nat(), reasonId: anyText, locale: anyText, seed: anyText, passedOver: anyText },
  ),
  menuAsked: nothing,
  menuAnswered: some({}, { reasonId: anyText }),
  callbackAsked: nothing,
  callbackAnswered: yes,
  recordingAsked: nothing,
  recordingAnswered: yes,
  attemptBegan: some({ attempt }, { context: fc.constantFrom(...contextSendings), meetingId: anyText }),
  attemptEnded: some(
    {
      attempt,
      outcome: fc.constantFrom('answered', 'notAnswered', 'declined', 'unreachable', 'misconfigured', 'callerLeft'),
    },
    { errorType: anyText },
  ),
  recordingStarted: nothing,
  recordingFailed: nothing,
  recordingPaused: nothing,
  recordingResumed: nothing,
  voicemailLeft: some({ attempt }, { bucket: anyText, key: anyText }),
  legEnded: some({ leg: fc.constantFrom('LEG-A', 'LEG-B') }, { sipResponseCode: fc.integer({ min: 0, max: 699 }) }),
  anotherTryOffered: nothing,
  anotherTryAnswered: yes,
  surveyAsked: nothing,
  surveyAnswered: some({}, { mark: fc.integer({ min: 1, max: 5 }) }),
  commanded: some({ command: anyText, from: fc.constantFrom('caller', 'operator') }, { destination: anyText }),
  commandRefused: some({ because: anyText }, {}),
  apologised: nothing,
  breached: some({ rule: anyText }, {}),
};

export const anyHappening: fc.Arbitrary<Happening> = fc
  .constantFrom(...(Object.keys(generators) as Happening['kind'][]))
  .chain((kind) => generators[kind].map((fields) => ({ kind, ...fields }) as Happening));

const start = 1_795_000_000_000;

export const anyRecord: fc.Arbitrary<PendingRecord> = fc
  .tuple(
    fc.record({
      sequence: fc.nat({ max: 1000 }),
      at: fc.integer({ min: start - 5000, max: start + 3_600_000 }).map(epochMs),
      event: fc.oneof(fc.constantFrom(...invocationEventTypes), anyText),
      phase: anyText,
      tookMs: fc.nat({ max: 20_000 }),
      actions: fc.array(fc.oneof(fc.constantFrom(...smaActionTypes), anyText), { maxLength: 10 }),
      happenings: fc.array(anyHappening, { maxLength: 5 }),
      callStartedAt: fc.constantFrom(start, start + 1).map(epochMs),
    }),
    fc.option(fc.oneof(fc.constant('1use10hdvk0a.lost-card.AbCdEfGhIjKlMnOpQrStUvWxYz0'), anyText)),
  )
  .map(([record, contextId]) => (contextId === null ? record : { ...record, contextId }));
