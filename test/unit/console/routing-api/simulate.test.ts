import { simulationSchema } from '../../../../shared/contracts/simulation.ts';
import { smallTableFile } from '../../../support/table-file-builder.ts';
import { RoutingFixture, sourceOf } from './routing-fixture.ts';

const caller = { reason: 'billing', phoneNumber: '+12065550123', postalCode: '98101' };

describe('a call that is simulated by the API', () => {
  it('goes by the version in force, and says which that was', async () => {
    const api = new RoutingFixture();
    const version = await api.published();

    const { status, body } = await api.ask('simulate', { body: { caller } });

    expect(status).toBe(200);
    expect(simulationSchema.parse(body)).toMatchObject({ tableVersion: version, seed: 'caller' });
    expect(body.plan.length).toBeGreaterThan(0);
  });

  it('is answered by whom the question says, and by nobody else', async () => {
    const api = new RoutingFixture();
    await api.published();
    const { body: first } = await api.ask('simulate', { body: { caller } });
    const destinations = Object.fromEntries(
      first.plan.map(({ destination }: { destination: string }) => [destination, 'notAnswered']),
    );

    const { body } = await api.ask('simulate', { body: { caller, destinations } });

    expect(first.ending.kind).toBe('talk');
    expect(body.ending.kind).toBe('apology');
  });

  it('goes by a table that is given with the question, published or not', async () => {
    const api = new RoutingFixture();

    const { status, body } = await api.ask('simulate', { body: { caller, source: sourceOf(smallTableFile) } });

    expect(status).toBe(200);
    expect(body).not.toHaveProperty('tableVersion');
    expect(await api.tables.names()).toEqual([]);
  });

  it('is refused by a table with errors, which are told', async () => {
    const api = new RoutingFixture();

    const { status, body } = await api.ask('simulate', { body: { caller, source: sourceOf('name: example-bank') } });

    expect(status).toBe(422);
    expect(body.code).toBe('table-refused');
    expect(body.findings.length).toBeGreaterThan(0);
  });

  it.each([
    ['by a table that nobody has published', { body: { caller } }, 404, 'table-not-found'],
    ['by a table that cannot be', { name: 'No Table', body: { caller } }, 404, 'table-not-found'],
    ['without a caller', { body: {} }, 400, 'invalid-request'],
    ['with an outcome that there is not', { body: { caller, destinations: { x: 'asleep' } } }, 400, 'invalid-request'],
  ])('is refused %s', async (_case, asked, status, code) => {
    const answer = await new RoutingFixture().ask('simulate', asked);

    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('leaves nothing of the caller in the log', async () => {
    const api = new RoutingFixture();
    await api.published();

    await api.ask('simulate', { body: { caller: { ...caller, attributes: { tier: 'secret-tier' } } } });

    expect(api.lines.join('\n')).toContain('call-simulated');
    expect(api.lines.join('\n')).not.toMatch(/2065550123|98101|secret-tier/);
  });
});
