import { isVoiceConnectorHost, outputs, voiceConnectorOutputs } from '../outputs.ts';
import type { Prepared } from './prepare.ts';

type Outputs = Readonly<Record<string, string>>;

/** What others know that goes with this deployment, a line each: its number, hosts of Voice Connectors. None where nothing stands yet. */
export async function replacements({ account, config, names }: Prepared): Promise<string[]> {
  const standing = await account.outputsOf(names.stack('Numbers'), config.regions.primary);
  if (standing === undefined) return [];
  const lines = [...ofNumber(standing, config), ...ofConnectors(standing, config)];
  return lines.length === 0
    ? []
    : [...lines, 'For some minutes in between, until the last stack is up to date, calls may not get through.'];
}

function* ofNumber(standing: Outputs, { phoneNumber: wanted }: Prepared['config']): Generator<string> {
  const number = standing[outputs.phoneNumber];
  const area = standing[outputs.orderedAreaCode];
  if (number === undefined) return;
  if ('areaCode' in wanted ? wanted.areaCode === area : wanted.e164 === number) return;
  const goes =
    area === undefined
      ? `The number ${number} is not answered any longer, and stays yours,`
      : `The number ${number} (area ${area}) is given back`;
  yield `${goes} and ${'areaCode' in wanted ? `another one is ordered (area ${wanted.areaCode})` : `${wanted.e164} takes its place`}.`;
}

function* ofConnectors(standing: Outputs, { voiceConnectors }: Prepared['config']): Generator<string> {
  const wanted = new Set(voiceConnectors.map(({ id }) => voiceConnectorOutputs(id).host));
  for (const [output, host] of Object.entries(standing))
    if (isVoiceConnectorHost(output) && !wanted.has(output))
      yield `The Voice Connector ${host} is deleted: its contact centre has to learn the host of another, and tables that name its ARN have to be published again.`;
}
