import { callerOfCall } from '../../../../../console/web/simulator/caller/caller-of-call.ts';
import {
  callerFormSchema,
  formOfCaller,
  nobodyKnown,
} from '../../../../../console/web/simulator/caller/caller-form.ts';
import {
  callerInAddress,
  readCallerLink,
  writeCallerLink,
} from '../../../../../console/web/simulator/caller/caller-link.ts';
import {
  forgetCaller,
  readSavedCallers,
  saveCaller,
} from '../../../../../console/web/simulator/caller/saved-callers.ts';
import type { Witness } from '../../../../../shared/contracts/caller-file.ts';
import { callerOfFile } from '../../../../../shared/contracts/caller-file.ts';

const witness: Witness = {
  context: { ingress: 'phone', reason: 'billing', attributes: { name: 'Zoë "🦊" <script>' } },
  at: '2026-12-24T17:30:00Z',
  seed: 'caller',
};

describe('the address of a caller', () => {
  it('says who is meant, whatever their words', () => {
    const link = writeCallerLink(witness);

    expect(readCallerLink(link)).toEqual({ kind: 'given', witness });
    expect(link).toMatch(/^[\w-]+$/);
  });

  it.each(['?', 'e30', writeCallerLink(witness).slice(0, -9)])(
    'that was spoilt is unreadable, and no error: %s',
    (link) => {
      expect(readCallerLink(link)).toEqual({ kind: 'unreadable' });
    },
  );

  it('has them in the fragment, or in the query of an older link', () => {
    const link = writeCallerLink(witness);
    const older = new URLSearchParams({ of: 'draft', caller: link });

    expect(callerInAddress(new URLSearchParams('of=draft'), `#caller=${link}`)).toBe(link);
    expect(callerInAddress(older, '')).toBe(link);
    expect(callerInAddress(older, '#caller=newer')).toBe('newer');
    expect(callerInAddress(new URLSearchParams(), '#main')).toBeNull();
  });

  it.each([null, ''])('may say nothing (%p)', (link) => {
    expect(readCallerLink(link)).toEqual({ kind: 'none' });
  });
});

describe('the form of a caller', () => {
  it('comes to a caller of whom nothing is known when it is empty', () => {
    expect(callerFormSchema.parse(nobodyKnown)).toEqual({});
  });

  it('takes numbers, states and coordinates as people write them', () => {
    const caller = callerFormSchema.parse({
      ...nobodyKnown,
      phoneNumber: '+1 (206) 555-0123',
      state: ' wa ',
      coordinates: '47.608,-122.335',
      attributes: [
        { name: 'tier', text: 'gold' },
        { name: '', text: 'left over' },
      ],
    });

    expect(caller).toEqual({
      phoneNumber: '+12065550123',
      state: 'WA',
      coordinates: [47.608, -122.335],
      attributes: { tier: 'gold' },
    });
  });

  it.each([
    ['phoneNumber', '12'],
    ['coordinates', '47.6'],
    ['coordinates', 'north, west'],
    ['coordinates', '91, 0'],
    ['entry', 'by pigeon'],
  ])('says which field is wrong: %s %s', (field, text) => {
    const read = callerFormSchema.safeParse({ ...nobodyKnown, [field]: text });

    expect(read.error?.issues.map(({ path }) => path[0])).toContain(field);
  });

  it('is the same caller again after it was filled in from one', () => {
    const caller = {
      ingress: 'callback',
      reason: { id: 'billing' },
      locale: 'fr-CA',
      location: { countryCode: 'US', postalCode: '98101', coordinates: { latitude: 47.6, longitude: -122.3 } },
      attributes: { tier: 'gold' },
    } as const;

    expect(callerOfFile(callerFormSchema.parse(formOfCaller(caller)))).toEqual(callerOfFile(caller));
  });
});

describe('the caller of a recorded call', () => {
  const record = {
    transactionId: 't',
    sequence: 1,
    at: '2026-11-20T10:00:00Z',
    event: 'NEW_INBOUND_CALL',
    phase: 'trying',
    tookMs: 1,
    actions: [],
    callStartedAt: '2026-11-20T09:59:59Z',
  };
  const routed = {
    kind: 'routed' as const,
    entry: 'phone' as const,
    ruleId: 'r',
    locale: 'fr-CA',
    destinations: [],
    seed: 't',
  };

  it('is as far known as records tell, at the moment of the call, by the same lot', () => {
    expect(callerOfCall({ transactionId: 't', records: [{ ...record, happenings: [routed] }] })).toEqual({
      context: { ingress: 'phone', locale: 'fr-CA' },
      at: '2026-11-20T09:59:59Z',
      seed: 't',
    });
  });

  it('draws by the context where there was one', () => {
    const { seed: _drawnBy, ...byContext } = routed;
    const records = [{ ...record, happenings: [byContext], contextId: 'context-1' }];

    expect(callerOfCall({ transactionId: 't', records })?.seed).toBe('context-1');
  });

  it('is not known when nothing was decided', () => {
    expect(callerOfCall({ transactionId: 't', records: [{ ...record, happenings: [] }] })).toBeUndefined();
  });
});

describe('callers that somebody keeps', () => {
  function shelf(content?: string) {
    const kept = new Map(content === undefined ? [] : [['simulator-callers', content]]);
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
  }

  it('are there again, the latest first, one of each name', () => {
    const storage = shelf();
    saveCaller(storage, { name: 'one', witness });
    saveCaller(storage, { name: 'two', witness });
    saveCaller(storage, { name: 'one', witness: { ...witness, seed: 'another' } });

    expect(readSavedCallers(storage).map(({ name, witness }) => [name, witness.seed])).toEqual([
      ['one', 'another'],
      ['two', 'caller'],
    ]);
    expect(forgetCaller(storage, 'one').map(({ name }) => name)).toEqual(['two']);
  });

  it.each(['not JSON', '[{"name":"one"}]'])('are none where something else is stored: %s', (content) => {
    expect(readSavedCallers(shelf(content))).toEqual([]);
  });

  it('are kept on the page when the storage is full', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };

    expect(saveCaller(full, { name: 'one', witness })).toHaveLength(1);
  });
});
