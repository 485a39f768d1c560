import { router } from '../../../../../../infra/local/pstn-audio/api/route.ts';

const at = (target: string): URL => new URL(target, 'http://localhost');

describe('a route of the Voice API', () => {
  it.each([
    { case: 'named first', names: ['restore', 'update'] },
    { case: 'named last', names: ['update', 'restore'] },
  ])('is the one that ?operation= is for, $case', ({ names }) => {
    const bindings = { restore: 'POST /numbers/{Id}?operation=restore', update: 'POST /numbers/{Id}' } as const;
    const find = router(Object.fromEntries(names.map((name) => [name, bindings[name as keyof typeof bindings]])));

    expect(find('POST', at('/numbers/1?operation=restore'))).toMatchObject({ operation: 'restore' });
    expect(find('POST', at('/numbers/1'))).toMatchObject({ operation: 'update' });
  });

  it('has the members of path and query, of which those in the path count', () => {
    const find = router({ list: 'GET /groups/{GroupId}/rules' });

    expect(find('GET', at('/groups/a%20b/rules?max-results=5&sip-media-application=1&group-id=x'))).toEqual({
      kind: 'found',
      operation: 'list',
      members: { GroupId: 'a b', MaxResults: '5', SipMediaApplicationId: '1' },
    });
  });

  it('tells a wrong method from an unknown path', () => {
    const find = router({ get: 'GET /rules', put: 'PUT /rules' });

    expect(find('PATCH', at('/rules'))).toEqual({ kind: 'wrongMethod', allowed: ['GET', 'PUT'] });
    expect(find('GET', at('/rules/'))).toEqual({ kind: 'unknownPath' });
  });
});
