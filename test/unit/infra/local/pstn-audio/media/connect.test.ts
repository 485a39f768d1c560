import { PhoneLines } from './phone-line-fixture.ts';

const lines = new PhoneLines();
afterEach(() => lines.close());

describe('an RTP endpoint that is connected', () => {
  it('for the first time lets time pass for what is played, even where nothing can be sent', async () => {
    const endpoint = await lines.open();
    let asked = 0;
    endpoint.play({ next: () => void (asked += 1) });

    const result = endpoint.connect({ host: '0.0.0.0', port: 4000 });
    await lines.timers.advanceBy(100);

    expect(result).toBe('unusable');
    expect(asked).toBe(5);
    expect(endpoint.statistics.sent).toBe(0);
  });

  it('after it was closed stays closed', async () => {
    const [endpoint, other] = [await lines.open(), await lines.open()];
    await endpoint.close();

    const result = endpoint.connect(other.address);

    expect(result).toBe('unusable');
  });
});
