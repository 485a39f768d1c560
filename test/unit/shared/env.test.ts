import { readSettings } from '../../../shared/env.ts';

const callbacks = (prefixes: string): unknown =>
  readSettings(['CALLBACK_PREFIXES'], { CALLBACK_PREFIXES: prefixes }).CALLBACK_PREFIXES;

describe('prefixes of callbacks', () => {
  it('are beginnings of numbers, separated by commas', () => {
    expect(callbacks('+1, +447,+1876')).toEqual(['+1', '+447', '+1876']);
    expect(readSettings(['CALLBACK_PREFIXES'], {})).toEqual({});
  });

  it.each(['', '+', '1', '+0', '+1,', '+1;+44', '+1234567890123456', '00447'])('are not %j', (prefixes) => {
    expect(() => callbacks(prefixes)).toThrow(/CALLBACK_PREFIXES: must be the beginning of a number/);
  });
});

describe('the number of callbacks', () => {
  it('is a number', () => {
    expect(readSettings(['CALLBACKS_PER_HOUR'], { CALLBACKS_PER_HOUR: '12' })).toEqual({ CALLBACKS_PER_HOUR: 12 });
  });

  it.each(['0', '-1', '1.5', 'many', '1000'])('is not %j', (count) => {
    expect(() => readSettings(['CALLBACKS_PER_HOUR'], { CALLBACKS_PER_HOUR: count })).toThrow(/from 1 to 999/);
  });
});

describe('a namespace of metrics', () => {
  const read = (namespace: string): unknown => readSettings(['METRICS_NAMESPACE'], { METRICS_NAMESPACE: namespace });

  it.each(['SkillCallBridge/example-bank-prod', 'Calls of Example Bank', 'a:b#c_d.e'])('is %j', (namespace) => {
    expect(read(namespace)).toEqual({ METRICS_NAMESPACE: namespace });
  });

  it.each(['', ' ', ':calls', 'AWS/Lambda', 'Banque Québec', 'two\nlines', 'c'.repeat(249)])(
    'is not %j',
    (namespace) => {
      expect(() => read(namespace)).toThrow(/METRICS_NAMESPACE: must be a namespace/);
    },
  );
});
