import { plainTextOf, ssmlProblem } from '../service/ssml.ts';
import type { ApiAnswer, Endpoint } from './endpoint.ts';
import { isFields, isJson, parseJson } from './json-body.ts';
import type { OpenRequests } from './open-requests.ts';

const path = '/v1/directives';
const maximumSpeechLength = 600;

/** What the skill has Alexa say while it is still at work on a request. */
export interface ProgressiveSpeech {
  readonly requestId: string;
  /** As the skill sent it: SSML between <speak> and </speak>, or plain text. */
  readonly speech: string;
  /** What is heard, without tags. */
  readonly text: string;
}

interface Services {
  readonly requests: OpenRequests;
  readonly onProgress: (speech: ProgressiveSpeech) => void;
}

/**
 * Progressive responses (Alexa Skills Kit documentation, progressive-response-api-reference). The SDK's model has 204, 400, 401
 * and 403 and the body `{ code, message }`; the codes' names, and that tags count as characters, are our choice.
 */
export function directivesEndpoint({ requests, onProgress }: Services): Endpoint {
  return {
    name: 'directives',
    failure,
    owns: (candidate) => candidate === path,
    answer({ method, contentType, body, grant }) {
      if (method !== 'POST') return error(405, 'METHOD_NOT_ALLOWED', 'A directive is sent with POST');
      if (grant === undefined) return failure(401);
      if (!isJson(contentType)) return invalid('Content-type must be application/json');
      const reading = readDirective(parseJson(body));
      if (typeof reading === 'string') return invalid(reading);
      if (!requests.takeDirective(reading.requestId)) return failure(403);
      onProgress(reading);
      return { status: 204 };
    },
  };
}

/** Or what is wrong with it, in words that do not repeat it. */
function readDirective(body: unknown): ProgressiveSpeech | string {
  if (!isFields(body)) return 'the body must be a JSON object';
  const { header, directive } = body;
  const requestId = isFields(header) ? header['requestId'] : undefined;
  if (typeof requestId !== 'string' || requestId === '') return 'header.requestId must be the id of a request';
  if (!isFields(directive) || directive['type'] !== 'VoicePlayer.Speak')
    return 'directive.type must be VoicePlayer.Speak';
  const { speech } = directive;
  if (typeof speech !== 'string' || speech.trim() === '') return 'directive.speech must be a text';
  if (speech.length > maximumSpeechLength)
    return `directive.speech must have ${maximumSpeechLength} characters at most, not ${speech.length}`;
  if (!speech.trimStart().startsWith('<')) return { requestId, speech, text: speech.trim() };
  const problem = ssmlProblem(speech);
  return problem === undefined ? { requestId, speech, text: plainTextOf(speech) } : `directive.speech: ${problem}`;
}

function failure(status: number): ApiAnswer {
  switch (status) {
    case 204:
      return { status };
    case 400:
      return invalid('the request is not valid');
    case 401:
      return error(status, 'UNAUTHORIZED', 'Not authorized');
    case 403:
      return error(status, 'FORBIDDEN', 'The skill is not allowed to send directives at the moment');
    case 429:
      return error(status, 'TOO_MANY_REQUESTS', 'Too many requests');
    default:
      return error(status, 'INTERNAL_ERROR', 'The directive could not be sent');
  }
}

function invalid(problem: string): ApiAnswer {
  return error(400, 'INVALID_DIRECTIVE', `Directive not valid: ${problem}`);
}

function error(status: number, code: string, message: string): ApiAnswer {
  return { status, body: { code, message } };
}
