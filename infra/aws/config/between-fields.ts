import type { DeploymentConfig } from './deployment-config.ts';
import type { FieldPath, FieldProblem } from './problem.ts';

/** What is wrong although each field is right by itself. */
export function problemsBetweenFields(config: DeploymentConfig): readonly FieldProblem[] {
  return [...ofRegions(config), ...ofConnectors(config), ...ofNumbers(config), ...ofRepetitions(config)];
}

function* ofRegions({ regions }: DeploymentConfig): Generator<FieldProblem> {
  if (regions.primary === regions.standby)
    yield { path: ['regions', 'standby'], problem: 'is the primary Region too: give the other one' };
}

function* ofConnectors({ voiceConnectors, defaultDestination }: DeploymentConfig): Generator<FieldProblem> {
  const ids: readonly string[] = voiceConnectors.map(({ id }) => id);
  const named = /^voice-connector:([^#]*)#/.exec(defaultDestination)?.[1];
  if (named !== undefined && !ids.includes(named))
    yield {
      path: ['defaultDestination'],
      problem: `names no Voice Connector of this file: ${ids.length === 0 ? 'add one to voiceConnectors, or give "pstn:+1…"' : `known are ${ids.join(', ')}`}`,
    };
  for (const [connector, { encryption, origination }] of voiceConnectors.entries())
    for (const [route, { protocol }] of origination.entries())
      if (encryption && protocol === 'UDP')
        yield {
          path: ['voiceConnectors', connector, 'origination', route, 'protocol'],
          problem: 'is UDP, which is not encrypted: make it TCP, or encryption false',
        };
}

/** The number that takes the calls cannot be where calls end: they would come in again. */
function* ofNumbers({ phoneNumber, defaultDestination, canary }: DeploymentConfig): Generator<FieldProblem> {
  if (!('e164' in phoneNumber)) return;
  if (defaultDestination === `pstn:${phoneNumber.e164}`)
    yield { path: ['defaultDestination'], problem: 'is the number that takes the calls: give one where people answer' };
  if (canary?.to === phoneNumber.e164)
    yield { path: ['canary', 'to'], problem: 'is the number that takes the calls: give another one that you own' };
}

function* ofRepetitions({ alexa, callIngresses, voiceConnectors }: DeploymentConfig): Generator<FieldProblem> {
  yield* repeated(['alexa', 'clientIds'], alexa.clientIds);
  yield* repeated(['callIngresses'], callIngresses);
  yield* repeated(
    ['voiceConnectors'],
    voiceConnectors.map(({ id }) => id),
    'id',
  );
  for (const [index, { origination, terminationCidrs }] of voiceConnectors.entries()) {
    const path = ['voiceConnectors', index];
    yield* repeated([...path, 'terminationCidrs'], terminationCidrs);
    yield* repeated(
      [...path, 'origination'],
      origination.map(({ host, port, protocol }) => `${host.toLowerCase()}:${port}/${protocol}`),
      'host',
    );
  }
}

function* repeated(path: FieldPath, values: readonly string[], field?: string): Generator<FieldProblem> {
  for (const [index, value] of values.entries()) {
    const first = values.indexOf(value);
    if (first < index)
      yield {
        path: [...path, index, ...(field === undefined ? [] : [field])],
        problem: `is there twice, first as item ${first + 1}: give it once`,
      };
  }
}
