import { writeMatrix } from './matrix.ts';

await writeMatrix();
