import { PassThrough } from 'node:stream';
import { speaker } from '../../../../../../infra/local/pstn-audio/standalone/speaker.ts';

describe('a terminal', () => {
  it('goes on in silence when nobody reads it any more', () => {
    const pipe = new PassThrough();
    const print = speaker(pipe);

    print('heard');
    const heard = String(pipe.read());
    pipe.emit('error', new Error('EPIPE'));
    print('not heard');

    expect([heard, pipe.read()]).toEqual(['heard\n', null]);
  });
});
