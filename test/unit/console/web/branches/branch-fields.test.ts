import { branchFields, fieldText, withField } from '../../../../../console/web/routing/branches/branch-fields.ts';
import { emptyForm, readForm, suggestedId } from '../../../../../console/web/routing/branches/add/branch-form.ts';
import { boise, tacoma, threeBranches } from './branches-fixture.ts';

describe('A cell of a branch', () => {
  it.each(branchFields)('changes nothing when its %s is written as it stands', (field) => {
    expect(withField(tacoma, field, ` ${fieldText(tacoma, field)} `)).toEqual({ kind: 'unchanged' });
    expect(withField(boise, field, fieldText(boise, field))).toEqual({ kind: 'unchanged' });
  });

  it.each([
    ['name', 'Tacoma Mall', { name: 'Tacoma Mall' }],
    ['number', '+1 (206) 555-0199', { number: '+12065550199' }],
    ['services', 'cards, safe; cards', { services: ['cards', 'safe'] }],
    ['schedule', 'always', { schedule: 'always' }],
    ['capacity', '1,200', { capacity: 1200 }],
    ['place', '47.3, -122', { coordinates: [47.3, -122] }],
    ['place', '47.3 -122.5', { coordinates: [47.3, -122.5] }],
  ] as const)('takes a %s: %s', (field, text, changed) => {
    expect(withField(tacoma, field, text)).toEqual({ kind: 'changed', branch: { ...tacoma, ...changed } });
  });

  it('takes a postal code in place of coordinates, with its country', () => {
    const { coordinates: _, ...placeless } = tacoma;

    expect(withField(tacoma, 'place', '98402')).toEqual({
      kind: 'changed',
      branch: { ...placeless, postalCode: '98402' },
    });
    expect(withField(tacoma, 'place', 'CA V6B 1A1')).toEqual({
      kind: 'changed',
      branch: { ...placeless, country: 'CA', postalCode: 'V6B 1A1' },
    });
  });

  it('keeps the postal code beside coordinates', () => {
    expect(withField(boise, 'place', '43.6, -116.2')).toEqual({
      kind: 'changed',
      branch: { ...boise, coordinates: [43.6, -116.2] },
    });
  });

  it('takes the capacity away when it is emptied', () => {
    const { capacity: _, ...others } = tacoma;

    expect(withField(tacoma, 'capacity', '')).toEqual({ kind: 'changed', branch: others });
  });

  it.each([
    ['name', '', 'must not be empty'],
    ['number', '206 555 0100', 'E.164'],
    ['services', ' , ', 'must not be an empty list'],
    ['services', 'Cards', 'must start with a letter'],
    ['schedule', 'Mon-Fri', 'must start with a letter'],
    ['capacity', 'many', 'whole number'],
    ['capacity', '0', '1 to 65535'],
    ['place', '95, 10', '-90 to 90'],
    ['place', '', 'give coordinates or postalCode'],
  ] as const)('refuses a %s like "%s" and says why', (field, text, words) => {
    expect(withField(tacoma, field, text)).toEqual({ kind: 'invalid', message: expect.stringContaining(words) });
  });
});

describe('A new branch', () => {
  const filled = {
    id: 'salem',
    name: 'Salem',
    number: '+15035550100',
    place: '44.94, -123.03',
    services: ['cards'],
    schedule: 'always',
    capacity: 2,
  };

  it('is what was filled in', () => {
    expect(readForm(filled, threeBranches)).toEqual({
      kind: 'branch',
      id: 'salem',
      branch: {
        name: 'Salem',
        number: '+15035550100',
        coordinates: [44.94, -123.03],
        services: ['cards'],
        schedule: 'always',
        capacity: 2,
      },
    });
  });

  it('tells all that is missing at once', () => {
    const reading = readForm(emptyForm, threeBranches);

    expect(reading).toMatchObject({ kind: 'invalid' });
    expect(Object.keys(reading.kind === 'invalid' ? reading.problems : {})).toEqual([
      'id',
      'name',
      'number',
      'place',
      'services',
      'schedule',
    ]);
  });

  it('does not take the id of another, nor a field that is wrong', () => {
    expect(readForm({ ...filled, id: 'tacoma', number: '12' }, threeBranches)).toEqual({
      kind: 'invalid',
      problems: { id: expect.stringContaining('another branch'), number: expect.stringContaining('E.164') },
    });
  });

  it.each([
    ['Salem Downtown', 'salem-downtown'],
    ['  2nd Avenue!', 'nd-avenue'],
    ['Cañon City', 'canon-city'],
    ['Tacoma', 'tacoma-2'],
    ['42', ''],
    ['A very long name of a branch in the hills', 'a-very-long-name-of-a-branch'],
  ])('named %s gets the id "%s"', (name, id) => {
    expect(suggestedId(name, threeBranches)).toBe(id);
  });
});
