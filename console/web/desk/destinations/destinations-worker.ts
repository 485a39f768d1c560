import type { TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import { destinationsOf } from './destinations.ts';

addEventListener('message', ({ data }: MessageEvent<TableSourceBody>) => {
  postMessage(destinationsOf(data));
});
