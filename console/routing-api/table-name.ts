import { idSchema } from '../../shared/contracts/table-file/parts.ts';
import { answerError, type Answer } from '../api/answer.ts';
import type { ConsoleEvent } from '../api/token.ts';

/** The table that a request is about; undefined when no table can be called so. */
export function tableNameOf({ pathParameters }: Pick<ConsoleEvent, 'pathParameters'>): string | undefined {
  return idSchema.safeParse(pathParameters?.['name']).data;
}

export function noSuchTable(): Answer {
  return answerError(
    404,
    'table-not-found',
    'No such table is in force: see the list of tables, or publish its draft first. Names have 1 to 32 characters a-z, 0-9 and "-".',
  );
}

/** 400: for what would make a table of that name. */
export function invalidTableName(): Answer {
  return answerError(
    400,
    'invalid-request',
    'No table can be called so: names start with a letter and have 1 to 32 characters a-z, 0-9 and "-".',
  );
}
