import { readdirSync } from 'node:fs';
import { startStandalone } from '../../../infra/local/pstn-audio/standalone/start-standalone.ts';

/** The service under load, in a process of its own: started from a configuration file as the command starts it. */
export type ServiceOrder = { readonly kind: 'measure' } | { readonly kind: 'close' };

export type ServiceNews =
  | { readonly kind: 'started'; readonly host: string; readonly port: number }
  | {
      readonly kind: 'measured';
      readonly residentMegabytes: number;
      readonly heapMegabytes: number;
      /** Open files and sockets. */
      readonly descriptors: number;
      readonly legs: number;
      /** Processor time of this process so far, seconds. */
      readonly cpuSeconds: number;
    };

const [configFile = ''] = process.argv.slice(2);
const standalone = await startStandalone({ configFile });
const { host, port } = standalone.pstnAudio.address;
tell({ kind: 'started', host, port });

process.on('message', (order: ServiceOrder) => {
  if (order.kind === 'measure') tell(measured());
  else void standalone.close().then(() => process.disconnect());
});

function measured(): Extract<ServiceNews, { kind: 'measured' }> {
  // Pages of memory that are free go back to the system, too: V8 keeps them for as long as nobody asks.
  globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { user, system } = process.cpuUsage();
  return {
    kind: 'measured',
    residentMegabytes: process.memoryUsage.rss() / 1_048_576,
    heapMegabytes: process.memoryUsage().heapUsed / 1_048_576,
    descriptors: descriptors(),
    legs: standalone.pstnAudio.connectedLegs,
    cpuSeconds: (user + system) / 1_000_000,
  };
}

/** Linux counts them; elsewhere what Node knows of. */
function descriptors(): number {
  try {
    return readdirSync('/proc/self/fd').length;
  } catch {
    return process.getActiveResourcesInfo().length;
  }
}

function tell(news: ServiceNews): void {
  process.send?.(news);
}
