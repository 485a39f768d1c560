import { maximumBotConfigurationBytes } from '../../../../shared/contracts/sma-actions/start-bot-conversation.ts';
import { maximumSipHeaderLength } from '../../../../shared/contracts/sma-limits.ts';
import { maximumActions, maximumTransactionAttributesBytes } from '../../../../shared/contracts/sma-response.ts';
import { defaultBehavior } from '../../pstn-audio/config/behavior.ts';
import { maximumInvocations } from '../../pstn-audio/service/invocation/invoker.ts';
import { awsInvocationPolicy } from '../../pstn-audio/service/invocation/invoke-with-retry.ts';
import type { Row } from '../support.ts';

const service = (name: string): string => `test/unit/infra/local/pstn-audio/service/${name}.test.ts`;
const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`;
const { retryAfterMs, giveUpAfterMs } = awsInvocationPolicy;

/** Limits of PSTN Audio, with the figures that the code holds calls to. */
export const limits: Readonly<Record<string, Row>> = {
  [`actions in a reply: ${maximumActions}`]: { support: '✅', evidence: 'docs', shownBy: service('read-response') },
  [`invocations in a call: ${maximumInvocations.toLocaleString('en')}`]: {
    support: '✅',
    evidence: 'docs',
    note: 'One more is not made, and the call is ended (our choice); a note says why.',
    shownBy: service('function-replies'),
  },
  [`delivered again after ${seconds(retryAfterMs)}, ended after ${seconds(giveUpAfterMs)}`]: {
    support: '✅',
    evidence: 'docs',
    note: 'The first answer of either delivery counts. Whether Sequence repeats no page says (switch RetrySequence).',
    shownBy: service('invoke-with-retry'),
  },
  'a function that fails: once more, then 480': {
    support: '✅',
    evidence: 'docs',
    shownBy: service('invoke-with-retry'),
  },
  'a new call with nothing done: 30 s': {
    support: '✅',
    evidence: 'docs',
    note: 'One page lets it wait, another rejects an empty reply: rejected, or with the switch EmptyFirstReply left waiting.',
    shownBy: service('call-ends'),
  },
  [`transaction attributes: ${defaultBehavior.MaximumTransactionAttributes} pairs, ${maximumTransactionAttributesBytes.toLocaleString('en')} bytes`]:
    {
      support: '✅',
      evidence: 'docs',
      note: 'One page says 100 pairs, an older error text 10: 100, or 10 by the switch MaximumTransactionAttributes. Values need not be text, as a public function relies on: objects are given back as they came, and count as JSON.',
      shownBy: service('invocation/read-attributes'),
    },
  [`a SIP header: ${maximumSipHeaderLength.toLocaleString('en')} characters; x-*, User-to-User, Diversion, and AWS’s own prefixes refused`]:
    {
      support: '✅',
      evidence: 'docs',
      shownBy: service('actions/bridge-request'),
    },
  'ArgumentsMap, SipHeaders, Arguments: 20 pairs each': {
    support: '✅',
    evidence: 'docs',
    shownBy: 'test/unit/infra/local/pstn-audio/api/sip-media-application-calls.test.ts',
  },
  'Text of Speak: 1,000 characters': { support: '✅', evidence: 'docs', shownBy: service('actions/speak') },
  'Speak and SpeakAndGetDigits in a second': {
    support: '✅',
    evidence: 'seen',
    note: 'Throttling was seen from about 4 in a second; there is no limit here unless SpeakRequestsPerSecond sets one.',
    shownBy: service('actions/speak'),
  },
  'VoiceFocus: 5 in a second': { support: '✅', evidence: 'docs', shownBy: service('actions/voice-focus') },
  [`Configuration of a bot: ${maximumBotConfigurationBytes.toLocaleString('en')} bytes`]: {
    support: '✅',
    evidence: 'docs',
    shownBy: service('actions/start-bot-conversation'),
  },
  'a prompt: 50 MB': {
    support: '✅',
    evidence: 'docs',
    shownBy: 'test/unit/infra/local/pstn-audio/storage/folder-buckets.test.ts',
  },
  'targets of a SIP rule: 1 to 25, one in a Region': {
    support: '✅',
    evidence: 'docs',
    shownBy: 'test/unit/infra/local/pstn-audio/api/sip-rules.test.ts',
  },
  'quotas of an account (objects, concurrent calls)': { support: '❌', evidence: 'docs' },
};
