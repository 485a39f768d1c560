import { conditionShape } from '../../../../../shared/contracts/table-file/conditions.ts';
import type { AttributeTest, Conditions } from '../../table-parts.ts';

export type ConditionKind = keyof Conditions;
export const conditionKinds = Object.keys(conditionShape) as readonly ConditionKind[];

export const conditionTitles: Readonly<Record<ConditionKind, string>> = {
  reason: 'Reason for calling',
  entry: 'How the call comes in',
  locale: 'Language',
  country: 'Country',
  state: 'State or region',
  postalPrefix: 'Postal code begins with',
  callerPrefix: "Caller's number begins with",
  attribute: 'Attribute',
  schedule: 'Opening hours',
  share: 'Share of callers',
};

/** With this condition added, as empty as it can be: it is filled in before anything is applied. */
export function withCondition(when: Conditions, kind: ConditionKind): Conditions {
  if (kind === 'attribute') return { ...when, attribute: { ...when.attribute, [freeName(when.attribute)]: [] } };
  if (kind === 'schedule') return { ...when, schedule: { ...when.schedule } };
  if (kind === 'share') return { ...when, share: 10 };
  return { ...when, [kind]: [] };
}

/** undefined: nothing is asked any more, which is written by leaving `when` out. */
export function withoutCondition(when: Conditions, kind: ConditionKind): Conditions | undefined {
  const rest = Object.fromEntries(Object.entries(when).filter(([key]) => key !== kind));
  return Object.keys(rest).length === 0 ? undefined : rest;
}

function freeName(attributes: Conditions['attribute'] = {}): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'attribute' : `attribute${number}`;
    if (!Object.hasOwn(attributes, name)) return name;
  }
}

/** What can be asked of an attribute. */
export const testKinds = ['in', 'prefix', 'range', 'exists'] as const;
export type TestKind = (typeof testKinds)[number];

export const testTitles: Readonly<Record<TestKind, string>> = {
  in: 'is one of',
  prefix: 'begins with',
  range: 'is a number',
  exists: 'is known or not',
};

export function kindOfTest(test: AttributeTest): TestKind {
  if (typeof test === 'string' || Array.isArray(test)) return 'in';
  if ('prefix' in test) return 'prefix';
  return 'exists' in test ? 'exists' : 'range';
}

/** The values of a test that has some. */
export function valuesOf(test: AttributeTest): readonly string[] {
  if (typeof test === 'string') return [test];
  if (Array.isArray(test)) return test;
  return 'prefix' in test ? test.prefix : [];
}

/** Another kind of test, with the values that it can take over. */
export function testOfKind(kind: TestKind, before: AttributeTest): AttributeTest {
  const values = [...valuesOf(before)];
  switch (kind) {
    case 'in':
      return values;
    case 'prefix':
      return { prefix: values };
    case 'range':
      return { from: 0 };
    case 'exists':
      return { exists: true };
  }
}
