import { readFile } from 'node:fs/promises';
import { checkReferences, type ModelProblem } from './interaction-model-references.ts';
import { interactionModelFileSchema, type InteractionModel } from './interaction-model.ts';

/** A model that Alexa would refuse to build. Each problem says where in the file, what, and what to do. */
export class InteractionModelError extends Error {
  override readonly name = 'InteractionModelError';
  readonly problems: readonly ModelProblem[];

  constructor(file: string, problems: readonly ModelProblem[], options?: ErrorOptions) {
    super(
      problems.map(({ path, message }) => `${file}${path === '' ? '' : ` at ${path}`}: ${message}`).join('\n'),
      options,
    );
    this.problems = problems;
  }
}

/** @throws InteractionModelError naming `file` and the path of each problem. */
export function parseInteractionModel(text: string, file: string): InteractionModel {
  const parsed = interactionModelFileSchema.safeParse(parseJson(text, file));
  if (!parsed.success) {
    throw new InteractionModelError(
      file,
      parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message })),
    );
  }
  const problems = checkReferences(parsed.data.interactionModel);
  if (problems.length > 0) throw new InteractionModelError(file, problems);
  return parsed.data.interactionModel;
}

/** @throws InteractionModelError, also when the file cannot be read. */
export async function loadInteractionModel(file: string): Promise<InteractionModel> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new InteractionModelError(
      file,
      [{ path: '', message: 'cannot be read; there is one file for each locale of the skill' }],
      { cause: error },
    );
  }
  return parseInteractionModel(text, file);
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InteractionModelError(file, [{ path: '', message: `is not JSON: ${(error as Error).message}` }], {
      cause: error,
    });
  }
}
