import { lookUpQuestionSchema } from '../../../../../shared/contracts/look-up.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import { callContextOf, contextExpiresAt, testCallContextIds } from '../../../../support/call-context-builder.ts';
import { answeringJson } from '../../../../support/look-up-service.ts';
import { LookUpFixture } from './look-up-fixture.ts';

let fixture: LookUpFixture;
beforeEach(async () => {
  fixture = new LookUpFixture();
  await fixture.service.open();
});
afterEach(async () => {
  await fixture.service.close();
});

const transactionId = '00000000-0000-4000-8000-000000000001';

describe('a question to an operator’s service', () => {
  it('is signed by us: method, address, body and idempotency key', async () => {
    await fixture.ask();

    const [asked] = fixture.service.asked;
    expect(asked).toMatchObject({
      objection: undefined,
      headers: { 'content-type': 'application/json', 'idempotency-key': `${transactionId}-1` },
    });
    expect(asked?.headers['signature-input']).toContain(`;created=${Math.floor(fixture.clock.now() / 1000)};keyid="b"`);
  });

  it('is signed with the key that is in force when it is asked', async () => {
    await fixture.lookUps.ready();
    await fixture.ask();
    fixture.keys = { current: 'c', keys: new Map([['c', new Uint8Array(32).fill(8)]]) };
    await fixture.ask();

    const ids = fixture.service.asked.map(
      ({ headers }) => /keyid="(\w)"/.exec(String(headers['signature-input']))?.[1],
    );
    expect([ids, fixture.prepared]).toEqual([['b', 'c'], 1]);
  });

  it('is not asked while there is no key to sign it with', async () => {
    fixture.keys = undefined;

    expect(await fixture.ask()).toEqual({ kind: 'failed', because: 'signing-keys-unavailable' });
    expect(fixture.service.asked).toEqual([]);
  });

  it('tells all that is known of the caller, and which call it is', async () => {
    const id = testCallContextIds().issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
    const context = callContextOf({ id });

    await fixture.ask({ context, call: { transactionId, ruleId: 'billing', contextId: id, tableVersion: 3 } });

    const question = JSON.parse(fixture.service.asked[0]!.body) as unknown;
    expect(lookUpQuestionSchema.parse(question)).toEqual({
      lookUp: 'directory',
      transactionId,
      contextId: id,
      tableVersion: 3,
      ruleId: 'billing',
      ingress: 'alexa-skill-call',
      reason: context.reason,
      callerName: context.callerName,
      phoneNumber: context.phoneNumber,
      accountId: context.accountId,
      location: context.location,
      locale: 'en-US',
      attributes: { tier: 'gold' },
    });
  });

  it('tells what the call shows when there is no context', async () => {
    await fixture.ask({
      call: { transactionId, ruleId: 'default', phoneNumber: '+12065550123' as E164, locale: 'en-US' },
    });

    const question = JSON.parse(fixture.service.asked[0]!.body) as unknown;
    expect(lookUpQuestionSchema.parse(question)).toEqual({
      lookUp: 'directory',
      transactionId,
      ruleId: 'default',
      ingress: 'phone',
      phoneNumber: '+12065550123',
      locale: 'en-US',
      attributes: {},
    });
  });

  it('is asked again, the very same, when a connection that was kept open turns out to be closed', async () => {
    fixture.service.answer = (_asked, response) => {
      fixture.service.answer = answeringJson({ destination: { branch: 'bellevue' } });
      response.destroy();
    };

    const answer = await fixture.ask();

    expect(answer).toMatchObject({ kind: 'named' });
    const keys = fixture.service.asked.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toEqual([`${transactionId}-1`, `${transactionId}-1`]);
  });

  it.each([
    'http://directory.example-bank.test/route',
    'http://127.0.0.1.example.test/',
    'https://user:secret@directory.example-bank.test/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'directory',
  ])('goes nowhere but over https, or to this machine: %s', async (url) => {
    expect(await fixture.ask({ url })).toEqual({ kind: 'failed', because: 'url-not-allowed' });
  });
});
