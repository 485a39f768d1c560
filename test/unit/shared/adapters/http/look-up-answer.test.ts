import type { LookUpAnswer } from '../../../../../shared/ports/look-ups.ts';
import { answeringJson, LookUpService, type Answering } from '../../../../support/look-up-service.ts';
import { LookUpFixture, lookUpKey } from './look-up-fixture.ts';

let fixture: LookUpFixture;
beforeEach(async () => {
  fixture = new LookUpFixture();
  await fixture.service.open();
});
afterEach(async () => {
  expect(fixture.clock.pending).toBe(0);
  await fixture.service.close();
});

describe('an operator’s service', () => {
  const answers: { case: string; body: unknown; read: LookUpAnswer }[] = [
    {
      case: 'a number',
      body: { destination: { phone: '+12065550199' }, timeout: 12 },
      read: { kind: 'named', destination: { kind: 'phone', number: '+12065550199' as never }, timeoutSeconds: 12 },
    },
    {
      case: 'a branch',
      body: { destination: { branch: 'bellevue' } },
      read: { kind: 'named', destination: { kind: 'branch', id: 'bellevue' } },
    },
    {
      case: 'a contact centre',
      body: { destination: { contactCenter: 'support' } },
      read: { kind: 'named', destination: { kind: 'contactCenter', id: 'support' } },
    },
    { case: 'nobody', body: { destination: null }, read: { kind: 'nobody' } },
  ];

  it.each(answers)('names $case', async ({ body, read }) => {
    fixture.service.answer = answeringJson(body);

    expect(await fixture.ask()).toEqual(read);
  });

  const large = JSON.stringify({ destination: null, padding: 'x'.repeat(17 * 1024) });
  const failures: { case: string; answer: Answering; because: string; httpStatus: number }[] = [
    { case: 'refuses us', answer: answeringJson({}, 403), because: 'status-refused', httpStatus: 403 },
    { case: 'is broken', answer: answeringJson({}, 503), because: 'status-error', httpStatus: 503 },
    {
      case: 'answers with a success that has no answer in it',
      answer: (_asked, response) => void response.writeHead(204).end(),
      because: 'status-error',
      httpStatus: 204,
    },
    {
      case: 'answers with a web page',
      answer: (_asked, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello</p>'),
      because: 'answer-malformed',
      httpStatus: 200,
    },
    {
      case: 'answers with half of its JSON',
      answer: (_asked, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end('{"destination":'),
      because: 'answer-malformed',
      httpStatus: 200,
    },
    {
      case: 'answers with more than 16 kB',
      answer: (_asked, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end(large),
      because: 'answer-too-large',
      httpStatus: 200,
    },
    {
      case: 'answers without end',
      answer: (_asked, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void => void (response.destroyed || response.write(' '.repeat(4096), () => more()));
        more();
      },
      because: 'answer-too-large',
      httpStatus: 200,
    },
  ];

  it.each(failures)('is of no help when it $case', async ({ answer, because, httpStatus }) => {
    fixture.service.answer = answer;

    expect(await fixture.ask()).toEqual({ kind: 'failed', because, httpStatus });
  });

  it.each([
    { destination: { phone: '5550199' } },
    { destination: { phone: '+12065550199', branch: 'bellevue' } },
    { destination: { sip: 'sip:somebody@example.test' } },
    { destination: {} },
    { destination: 'bellevue' },
    { destination: { branch: 'bellevue' }, timeout: 0 },
    { destination: { branch: 'bellevue' }, timeout: 121 },
    { destination: { branch: 'bellevue' }, timeout: 2.5 },
    { destination: { branch: 'bellevue' }, voicemail: true },
    {},
    [],
    null,
  ])('is not understood when it answers %j', async (body) => {
    fixture.service.answer = answeringJson(body);

    expect(await fixture.ask()).toMatchObject({ kind: 'failed', because: 'answer-malformed' });
  });

  it('is not followed when it sends us elsewhere, for what we send is personal', async () => {
    const elsewhere = await new LookUpService(lookUpKey).open();
    fixture.service.answer = (_asked, response) => void response.writeHead(307, { location: elsewhere.url }).end();

    const answer = await fixture.ask();
    await elsewhere.close();

    expect(answer).toEqual({ kind: 'failed', because: 'redirected', httpStatus: 307 });
    expect(elsewhere.asked).toEqual([]);
  });

  it('is waited for no longer than was said, before its answer', async () => {
    fixture.service.answer = () => undefined;

    const read = fixture.service.nextQuestion();
    const answer = fixture.ask();
    await read;
    await fixture.clock.advanceBy(800);

    expect(await answer).toEqual({ kind: 'failed', because: 'late' });
  });

  it('is waited for no longer than was said, in the midst of its answer', async () => {
    const begun = Promise.withResolvers<void>();
    fixture.service.answer = (_asked, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"destination"', () => begun.resolve());
    };

    const answer = fixture.ask();
    await begun.promise;
    await fixture.clock.advanceBy(800);

    expect(await answer).toEqual({ kind: 'failed', because: 'late' });
  });

  it('is not there when nobody listens', async () => {
    const gone = await new LookUpService(lookUpKey).open();
    const { url } = gone;
    await gone.close();

    expect(await fixture.ask({ url })).toEqual({ kind: 'failed', because: 'no-connection' });
  });
});
