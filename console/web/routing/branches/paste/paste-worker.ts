import type { NamedText } from './pasted-file.ts';
import { readPasted } from './reading.ts';

// Sixty-four megabytes take seconds to read: the page goes on meanwhile.
addEventListener('message', ({ data }: MessageEvent<NamedText>) => {
  postMessage(readPasted(data));
});
