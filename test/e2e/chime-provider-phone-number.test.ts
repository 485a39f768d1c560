import { aStack, type Properties, type Resource, type StackFixture } from './chime-provider-fixture.ts';
import { orderedNumber } from './chime-provider-numbers.ts';

const phone: Resource = { type: 'Custom::ChimePhoneNumber', logicalId: 'Number' };
const ProductType = 'SipMediaApplicationDialIn';
const seattle = { ProductType, AreaCode: '206' };
const bellevue = { ProductType, AreaCode: '425' };
const mine = { ProductType, E164PhoneNumber: '+13605550177' };
const first = '+12065550100';

describe('a phone number in a stack', () => {
  let stack: StackFixture;
  beforeEach(async () => {
    stack = await aStack();
  });
  afterEach(async () => stack.close());

  const status = (number: string): unknown => stack.registry.phoneNumbers.get(number)?.Status;

  it('is ordered in its area code, and told when it is the account’s', async () => {
    const { id, data } = await stack.create(phone, seattle);

    expect(data).toEqual({ E164PhoneNumber: first });
    expect(id).toMatch(/^ordered-phone-number\/\+12065550100\/[\da-f-]{36}$/);
    expect(stack.registry.phoneNumbers.get(first)).toMatchObject({ ProductType, Status: 'Unassigned' });
  });

  it('is waited for while it cannot be asked about', async () => {
    const event = stack.request(phone, { RequestType: 'Create', ResourceProperties: seattle });
    const answer = await stack.provider.onEvent(event);
    const placed = stack.registry.phoneNumbers.has(first);
    stack.api.faults.failNext('GetPhoneNumber', 'ThrottledClientException');

    const busy = await stack.provider.isComplete({ ...event, ...answer });
    const done = await stack.provider.isComplete({ ...event, ...answer });

    expect([placed, busy, done]).toEqual([false, { IsComplete: false }, { IsComplete: true }]);
  });

  it('is ordered once when CloudFormation asks twice', async () => {
    const one = await stack.create(phone, seattle);

    const two = await stack.create(phone, seattle);

    expect(two).toEqual(one);
    expect(stack.registry.phoneNumbers.size).toBe(1);
  });

  it('is an error when another order was quicker; the number is left to whom it went', async () => {
    const event = stack.request(phone, { RequestType: 'Create', ResourceProperties: seattle });
    const { PhysicalResourceId } = await stack.provider.onEvent(event);
    orderedNumber(stack, first, ProductType, 'another order');

    const asking = stack.provider.isComplete({ ...event, PhysicalResourceId });
    await expect(asking).rejects.toThrow('the order of the phone number was not filled (Failed)');
    await stack.remove(phone, PhysicalResourceId, seattle);

    expect(status(first)).toBe('Unassigned');
  });

  it('names the area code in which no number is to be had', async () => {
    for (let n = 100; n < 200; n += 1) orderedNumber(stack, `+120655501${String(n).slice(1)}`);

    await expect(stack.create(phone, seattle)).rejects.toThrow(
      'Create Custom::ChimePhoneNumber: AreaCode: no number with area code 206 is to be had',
    );
  });

  it('is another one for another area code; the one before is given back when CloudFormation says so', async () => {
    const before = await stack.create(phone, seattle);

    const after = await stack.update(phone, before.id, seattle, bellevue);
    const meanwhile = status(first);
    await stack.remove(phone, before.id, seattle);

    expect(after.data).toEqual({ E164PhoneNumber: '+14255550100' });
    expect([meanwhile, status(first), status('+14255550100')]).toEqual([
      'Unassigned',
      'ReleaseInProgress',
      'Unassigned',
    ]);
  });

  it('is what it was when another area code is rolled back', async () => {
    const before = await stack.create(phone, seattle);
    const after = await stack.update(phone, before.id, seattle, bellevue);

    const rolledBack = await stack.update(phone, after.id, bellevue, seattle);
    await stack.remove(phone, after.id, bellevue);

    expect(rolledBack).toEqual(before);
    expect([status(first), status('+14255550100')]).toEqual(['Unassigned', 'ReleaseInProgress']);
  });

  it('is not one that was given back, when its area code comes back later', async () => {
    const before = await stack.create(phone, seattle);
    const between = await stack.update(phone, before.id, seattle, bellevue);
    await stack.remove(phone, before.id, seattle);

    const { data } = await stack.update(phone, between.id, bellevue, seattle);

    expect(data).toEqual({ E164PhoneNumber: '+12065550101' });
  });

  it('is ordered anew when somebody has given it back by hand', async () => {
    const before = await stack.create(phone, seattle);
    const number = stack.registry.phoneNumbers.get(first)!;
    stack.registry.phoneNumbers.set(first, { ...number, Status: 'ReleaseInProgress' });

    const { data } = await stack.update(phone, before.id, seattle, seattle);

    expect(data).toEqual({ E164PhoneNumber: '+12065550101' });
  });

  it('stays the same when nothing of it changes', async () => {
    const before = await stack.create(phone, seattle);

    const after = await stack.update(phone, before.id, seattle, seattle);

    expect(after).toEqual(before);
  });

  it('that the account has already is neither ordered nor ever given back', async () => {
    orderedNumber(stack, mine.E164PhoneNumber);

    const { id, data } = await stack.create(phone, mine);
    await stack.remove(phone, id, mine);

    expect(data).toEqual({ E164PhoneNumber: mine.E164PhoneNumber });
    expect(stack.operations).toEqual(['GetPhoneNumber']);
    expect(status(mine.E164PhoneNumber)).toBe('Unassigned');
  });

  it('that was ordered and is named from then on is kept, whatever becomes of the stack', async () => {
    const before = await stack.create(phone, seattle);
    const named = { ProductType, E164PhoneNumber: first };

    const after = await stack.update(phone, before.id, seattle, named);
    await stack.remove(phone, after.id, named);

    expect(after).toEqual(before);
    expect(status(first)).toBe('Unassigned');
  });

  it.each<{ case: string; prepare: () => void; says: string }>([
    { case: 'is not there', prepare: () => undefined, says: "not in the account's inventory" },
    {
      case: 'is for Voice Connectors',
      prepare: () => orderedNumber(stack, mine.E164PhoneNumber, 'VoiceConnector'),
      says: 'product type must be SipMediaApplicationDialIn',
    },
    {
      case: 'was given up',
      prepare() {
        orderedNumber(stack, mine.E164PhoneNumber);
        const number = stack.registry.phoneNumbers.get(mine.E164PhoneNumber)!;
        stack.registry.phoneNumbers.set(mine.E164PhoneNumber, { ...number, Status: 'ReleaseInProgress' });
      },
      says: 'deletion queue',
    },
  ])('of the account is refused when it $case', async ({ prepare, says }) => {
    prepare();

    const creating = stack.create(phone, mine);

    await expect(creating).rejects.toThrow(says);
    await expect(creating).rejects.toThrow(expect.not.stringContaining('+1360'));
  });

  it('is given back, and once more, and when it was never ordered', async () => {
    const { id } = await stack.create(phone, seattle);

    await stack.remove(phone, id, seattle);
    await stack.remove(phone, id, seattle);
    stack.operations.length = 0;
    await stack.remove(phone, 'bank-dev-Numbers-Number-1ABCDEF', seattle);

    expect(status(first)).toBe('ReleaseInProgress');
    expect(stack.operations).toEqual([]);
  });

  it('is given back once it rings nothing any more', async () => {
    const { id } = await stack.create(phone, seattle);
    associated(stack, 'SipRuleId', 'gone');
    const event = { RequestType: 'Delete', PhysicalResourceId: id, ResourceProperties: seattle };

    const answer = await stack.provider.onEvent(stack.request(phone, event));
    orderedNumber(stack, first);
    const later = await stack.provider.isComplete(stack.request(phone, { ...event, ...answer }));

    expect([answer.Unfinished, later]).toEqual([true, { IsComplete: true }]);
    expect(status(first)).toBe('ReleaseInProgress');
  });

  it('is asked to be given back again while the service believes that it rings something', async () => {
    const { id } = await stack.create(phone, seattle);
    stack.api.faults.failNext('DeletePhoneNumber', 'BadRequestException', 2);

    const questions = await stack.remove(phone, id, seattle);

    expect([questions, status(first)]).toEqual([2, 'ReleaseInProgress']);
  });

  it('is taken from its Voice Connector first', async () => {
    const { data } = await stack.create(
      { type: 'Custom::VoiceConnector' },
      {
        Name: 'o',
        AwsRegion: 'us-east-1',
        RequireEncryption: 'false',
      },
    );
    const { id } = await stack.create(phone, seattle);
    associated(stack, 'VoiceConnectorId', data['VoiceConnectorId']!);

    await stack.remove(phone, id, seattle);

    expect(status(first)).toBe('ReleaseInProgress');
  });

  it('is not given back while a SIP rule has it: the error names the rule', async () => {
    const { id } = await stack.create(phone, seattle);
    associated(stack, 'SipRuleId', 'rule-1');
    stack.registry.sipRules.set('rule-1', { SipRuleId: 'rule-1' } as never);

    await expect(stack.remove(phone, id, seattle)).rejects.toThrow("SIP rule rule-1 still takes the number's calls");
    expect(status(first)).toBe('Unassigned');
  });

  it.each<{ case: string; properties: Properties }>([
    { case: 'neither an area code nor a number', properties: { ProductType } },
    { case: 'both', properties: { ...seattle, ...mine } },
  ])('is refused with $case', async ({ properties }) => {
    await expect(stack.create(phone, properties)).rejects.toThrow('give either AreaCode or E164PhoneNumber');
  });
});

function associated({ registry }: StackFixture, Name: 'SipRuleId' | 'VoiceConnectorId', Value: string): void {
  const number = registry.phoneNumbers.get(first)!;
  const Associations = [{ Name, Value, AssociatedTimestamp: '2026-11-18T15:00:00Z' }];
  registry.phoneNumbers.set(first, { ...number, Associations });
}
