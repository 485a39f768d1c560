import { routingTableFileSchema } from '../../../../../shared/contracts/routing-table-file.ts';
import { attemptKinds } from '../../../../../shared/contracts/table-file/attempts.ts';
import {
  attemptOfKind,
  attemptTitles,
  kindOf,
} from '../../../../../console/web/routing/rules/attempts/attempt-kinds.ts';
import {
  conditionKinds,
  kindOfTest,
  testKinds,
  testOfKind,
  withCondition,
  withoutCondition,
} from '../../../../../console/web/routing/rules/conditions/condition-kinds.ts';
import { contextHeaders } from '../../../../../shared/contracts/header-profiles.ts';
import { headerProfiles } from '../../../../../shared/domain/routing/header-profile.ts';
import { parseCallContextId } from '../../../../../shared/domain/call-context-id.ts';
import { exampleContextId, profileWords } from '../../../../../console/web/routing/contact-centres/profile-words.ts';
import { tableNames } from '../../../../../console/web/routing/table-names.ts';

const names = {
  ...tableNames({ text: '', branches: new Map() }),
  contactCentres: [{ id: 'support', name: 'support' }],
  lookUps: [{ id: 'duty', name: 'duty' }],
  branches: [{ id: 'downtown', name: 'Downtown' }],
};
const attemptsSchema = routingTableFileSchema.shape.default.shape.attempts;

describe('kinds of attempts', () => {
  it.each(attemptKinds)('%s has a title, and is known again', (kind) => {
    const attempt = attemptOfKind(kind, names);

    expect(kindOf(attempt)).toBe(kind);
    expect(attemptTitles[kind]).not.toBe('');
  });

  it.each(['contactCenter', 'branch', 'lookUp', 'meeting', 'nearestBranch'] as const)(
    '%s is valid at once where there is something to name',
    (kind) => {
      expect(attemptsSchema.safeParse([attemptOfKind(kind, names)]).success).toBe(true);
    },
  );

  it('keep what both have when one is made of the other', () => {
    const before = { contactCenter: 'support', timeout: 20, onOutcome: { unreachable: 'end' as const } };

    expect(attemptOfKind('meeting', names, before)).toEqual({
      meeting: 'adviser',
      timeout: 20,
      onOutcome: { unreachable: 'end' },
    });
    expect(attemptOfKind('message', names, before)).toEqual({ message: { id: 'message', words: '' } });
  });
});

describe('kinds of conditions', () => {
  it.each(conditionKinds)('%s can be added, and taken out again', (kind) => {
    const when = withCondition({}, kind);

    expect(when[kind]).toBeDefined();
    expect(withoutCondition(when, kind)).toBeUndefined();
  });

  it('give each further attribute a name of its own', () => {
    const when = withCondition(withCondition({}, 'attribute'), 'attribute');

    expect(Object.keys(when.attribute ?? {})).toEqual(['attribute', 'attribute2']);
  });

  it('test attributes in as many ways as the file knows, and keep values from one to the other', () => {
    expect(testKinds.map((kind) => kindOfTest(testOfKind(kind, 'gold')))).toEqual([...testKinds]);
    expect(testOfKind('prefix', ['gold', 'silver'])).toEqual({ prefix: ['gold', 'silver'] });
  });
});

describe('header profiles', () => {
  it('have words for each, and an example id that is one', () => {
    expect(Object.keys(profileWords).toSorted()).toEqual([...headerProfiles].toSorted());
    expect(parseCallContextId(exampleContextId)).toBeDefined();
    expect(contextHeaders({ profile: 'x-header' }, exampleContextId)).toEqual({
      'X-Call-Context-Id': exampleContextId,
    });
  });
});

describe('what a table has names for', () => {
  it('is every reason, schedule and service, but not thousands of branches', () => {
    const branch = {
      name: 'Downtown',
      number: '+12065550141',
      postalCode: '98101',
      services: ['cards'],
      schedule: 'always',
    };
    const many = new Map(Array.from({ length: 501 }, (_, index) => [`b${index}`, branch]));

    const found = tableNames({ text: '', branches: many });

    expect(found.services).toEqual([{ id: 'cards', name: 'cards' }]);
    expect(found.branches).toEqual([]);
    expect(tableNames({ text: '', branches: new Map([['b1', branch]]) }).branches).toEqual([
      { id: 'b1', name: 'b1 – Downtown' },
    ]);
  });
});
