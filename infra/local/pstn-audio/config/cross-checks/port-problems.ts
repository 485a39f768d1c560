import type { PstnAudioConfig } from '../config-schema.ts';
import type { ConfigProblem } from '../problem.ts';
import { defaultSip } from '../sip.ts';

/** What listens on one port of one address listens there alone. Port 0 is another one each time. */
export function portProblems({
  Sip: { Host, Port, Tls } = defaultSip,
  Endpoints,
}: PstnAudioConfig): readonly ConfigProblem[] {
  const listeners = [
    { path: 'Sip.Port', host: Host, port: Port },
    { path: 'Sip.Tls.Port', host: Host, port: Tls?.Port ?? 0 },
    ...Object.entries(Endpoints).map(([name, port]) => ({ path: `Endpoints.${name}`, host: '127.0.0.1', port })),
  ];
  return listeners.flatMap(({ path, host, port }, index) => {
    const other = listeners
      .slice(0, index)
      .find((each) => port !== 0 && each.port === port && [host, '0.0.0.0'].includes(each.host));
    if (other === undefined) return [];
    return [{ path, message: `is that of ${other.path} too: choose another; 0 takes any free port` }];
  });
}
