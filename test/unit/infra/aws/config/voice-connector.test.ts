import { cidrProblem, hostProblem } from '../../../../../infra/aws/config/addresses.ts';
import { parseDeploymentConfig } from '../../../../../infra/aws/config/read-deployment-config.ts';
import { givenConfig } from '../../../../support/deployment-config.ts';

const [connector] = givenConfig.voiceConnectors;
const [route] = connector.origination;

function problemsOf(voiceConnectors: readonly object[]): readonly string[] {
  const reading = parseDeploymentConfig(JSON.stringify({ ...givenConfig, voiceConnectors }));
  return reading.kind === 'read' ? [] : reading.problems.map(({ path, problem }) => `${path} ${problem}`);
}

describe('the SIP server of a Voice Connector', () => {
  it.each(['sip.your-bank.com', 'a.b.c.example', 'SIP1.example.com', '198.51.100.10', '8.8.8.8', '172.32.0.1'])(
    'may be %s',
    (host) => {
      expect(hostProblem(host)).toBeUndefined();
    },
  );

  it.each([
    { host: 'localhost', words: /full name of a host/ },
    { host: 'sip_1.your-bank.com', words: /full name of a host/ },
    { host: '-sip.your-bank.com', words: /full name of a host/ },
    { host: 'sip.your-bank.123', words: /full name of a host/ },
    { host: '256.1.1.1', words: /full name of a host/ },
    { host: '8.8.8', words: /full name of a host/ },
    { host: '010.8.8.8', words: /full name of a host/ },
    { host: 'sip:sip.your-bank.com', words: /without "sip:"/ },
    { host: 'desk@your-bank.com', words: /without "sip:"/ },
    { host: 'sip.your-bank.com:5061', words: /port stands by itself/ },
    { host: '2001:db8::1', words: /IPv6 is not taken/ },
    { host: '10.1.2.3', words: /cannot reach/ },
    { host: '192.168.1.1', words: /cannot reach/ },
    { host: '172.31.255.255', words: /cannot reach/ },
    { host: '100.64.0.1', words: /cannot reach/ },
    { host: '127.0.0.1', words: /cannot reach/ },
    { host: '255.255.255.255', words: /cannot reach/ },
  ])('may not be $host', ({ host, words }) => {
    expect(hostProblem(host)).toMatch(words);
  });
});

describe('the addresses that may call through a Voice Connector', () => {
  it.each(['8.8.8.0/27', '8.8.8.8/29', '8.8.8.8/32', '8.8.8.9/32'])('may be %s', (cidr) => {
    expect(cidrProblem(cidr)).toBeUndefined();
  });

  it.each([
    { cidr: '0.0.0.0/0', words: /too wide/ },
    { cidr: '8.8.8.0/26', words: /takes \/27 to \/32/ },
    { cidr: '8.8.8.8', words: /CIDR notation/ },
    { cidr: '8.8.8.8/33', words: /CIDR notation/ },
    { cidr: '8.8.8.8/029', words: /CIDR notation/ },
    { cidr: '2001:db8::/32', words: /CIDR notation/ },
    { cidr: '10.0.0.0/28', words: /not a public range/ },
    { cidr: '192.168.1.0/29', words: /not a public range/ },
    { cidr: '8.8.8.9/29', words: /write 8\.8\.8\.8\/29/ },
  ])('may not be $cidr', ({ cidr, words }) => {
    expect(cidrProblem(cidr)).toMatch(words);
  });
});

describe('a Voice Connector', () => {
  it.each([
    { field: 'port', value: 0, words: /1 to 65535/ },
    { field: 'port', value: 65_536, words: /1 to 65535/ },
    { field: 'protocol', value: 'TLS', words: /TCP or UDP/ },
    { field: 'protocol', value: 'UDP', words: /not encrypted/ },
    { field: 'priority', value: 101, words: /1 to 100/ },
    { field: 'weight', value: 0, words: /1 to 100/ },
    { field: 'weight', value: 1.5, words: /1 to 100/ },
  ])('has no route with $field $value', ({ field, value, words }) => {
    const problems = problemsOf([{ ...connector, origination: [{ ...route, [field]: value }] }]);

    expect(problems).toEqual([expect.stringMatching(words)]);
    expect(problems[0]).toMatch(new RegExp(String.raw`^voiceConnectors\[0\]\.origination\[0\]\.${field} `));
  });

  it('may speak UDP when it does not encrypt', () => {
    expect(problemsOf([{ ...connector, encryption: false, origination: [{ ...route, protocol: 'UDP' }] }])).toEqual([]);
  });

  it('leads somewhere', () => {
    expect(problemsOf([{ ...connector, origination: [] }])).toEqual([
      'voiceConnectors[0].origination must not be empty: where are calls to go?',
    ]);
  });

  it('is there once, and so are its routes and ranges', () => {
    const twice = { ...connector, origination: [route, route], terminationCidrs: ['8.8.8.8/32', '8.8.8.8/32'] };

    expect(problemsOf([twice, connector])).toEqual([
      'voiceConnectors[1].id is there twice, first as item 1: give it once',
      'voiceConnectors[0].terminationCidrs[1] is there twice, first as item 1: give it once',
      'voiceConnectors[0].origination[1].host is there twice, first as item 1: give it once',
    ]);
  });
});
