import { serveOnLoopback, type LoopbackServer } from '../../infra/local/http/serve-on-loopback.ts';
import { startStandalone } from '../../infra/local/pstn-audio/standalone/start-standalone.ts';
import { aStandalone, aWorkplace, configuration, playing } from './standalone-fixture.ts';

const files = { 'handler.js': playing('low.wav') };

function withPorts(Endpoints: Readonly<Record<string, number>>): unknown {
  return { ...configuration({ east: './handler.js' }), Endpoints };
}

function portOf(endpoint: string): number {
  return Number(new URL(endpoint).port);
}

/** Somebody who has a port. */
async function holder(): Promise<LoopbackServer & { readonly port: number }> {
  const server = await serveOnLoopback(async (_, response) => void response.end());
  return { ...server, port: portOf(server.endpoint) };
}

describe('the ports of the APIs', () => {
  it('are those of the configuration, for programs that have to know them before', async () => {
    const free = await Promise.all([holder(), holder(), holder()]);
    const [VoiceApiPort = 0, MeetingsApiPort = 0, LambdaApiPort = 0] = free.map(({ port }) => port);
    await Promise.all(free.map(async (each) => each.close()));

    const fixture = await aStandalone(withPorts({ VoiceApiPort, MeetingsApiPort, LambdaApiPort }), files);
    const { functions, meetingsApi, voiceApi } = fixture.standalone;
    await fixture.close();

    expect([voiceApi, meetingsApi, functions.endpoint].map(portOf)).toEqual([
      VoiceApiPort,
      MeetingsApiPort,
      LambdaApiPort,
    ]);
  });

  it.each(['VoiceApiPort', 'MeetingsApiPort', 'LambdaApiPort'])(
    'are named with what to do when %s is in use, and all others are freed',
    async (field) => {
      const [other, voice] = await Promise.all([holder(), holder()]);
      await voice.close();
      const inUse = { VoiceApiPort: voice.port, [field]: other.port };
      const workplace = await aWorkplace(withPorts(inUse), files);

      const starting = startStandalone({ configFile: workplace.configFile });

      await expect(starting).rejects.toMatchObject({
        problems: [
          `Endpoints.${field} ${other.port} is in use: stop what uses it, or choose another; 0 takes any free port`,
        ],
      });
      await (await serveOnLoopback(async () => undefined, { port: voice.port })).close();
      await other.close();
      await workplace.remove();
    },
  );
});
