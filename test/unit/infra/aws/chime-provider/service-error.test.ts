import { BadRequestException, ServiceFailureException } from '@aws-sdk/client-chime-sdk-voice';
import { isPassing, unlessNotFound, wordsOf } from '../../../../../infra/aws/chime-provider/service-error.ts';

const refused = new BadRequestException({
  message: 'the number +12065550100 is not yours',
  $metadata: { httpStatusCode: 400 },
});
const failed = new ServiceFailureException({ message: 'later', $metadata: { httpStatusCode: 500 } });

describe('errors of the service', () => {
  it('are told by name and words, without a number', () => {
    expect(wordsOf(refused)).toBe('BadRequestException: the number +… is not yours');
  });

  it('pass when the service fails or a request is late, also inside of another error', () => {
    const late = Object.assign(new Error('late'), { name: 'TimeoutError' });
    const broken = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

    expect([failed, late, broken, new Error('half', { cause: failed })].map(isPassing)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('do not pass when the request is wrong, or nothing is known of them', () => {
    expect([refused, new Error('bug'), undefined].map(isPassing)).toEqual([false, false, false]);
  });

  it('are kept, but for what is not there', async () => {
    await expect(unlessNotFound(Promise.reject(refused))).rejects.toBe(refused);
  });
});
