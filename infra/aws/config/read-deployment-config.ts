import { readFile } from 'node:fs/promises';
import { LineCounter, parseDocument } from 'yaml';
import { problemsBetweenFields } from './between-fields.ts';
import { deploymentConfigSchema, type DeploymentConfig } from './deployment-config.ts';
import { examplesIn } from './examples.ts';
import { lineOf } from './lines.ts';
import { describePath, schemaProblems, type DeploymentProblem, type FieldProblem } from './problem.ts';

export type DeploymentConfigReading =
  | { readonly kind: 'read'; readonly config: DeploymentConfig }
  | { readonly kind: 'refused'; readonly problems: readonly DeploymentProblem[] };

export interface ReadingOptions {
  /** `true` refuses what is reserved for examples (hosts, addresses, numbers): for what is to be deployed. Default: false. */
  readonly refuseExamples?: boolean;
}

/** Reads a deployment's config, YAML or JSON. Never throws for what the file says, nor when there is none. */
export async function readDeploymentConfig(
  path: string,
  options: ReadingOptions = {},
): Promise<DeploymentConfigReading> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const problem =
      code === 'ENOENT'
        ? 'is not there: copy infra/aws/deploy.example.yaml and fill it in'
        : `cannot be read (${code ?? 'for no reason that is told'})`;
    return { kind: 'refused', problems: [{ path: '', problem }] };
  }
  return parseDeploymentConfig(text, options);
}

/** The same for what a file says. */
export function parseDeploymentConfig(
  text: string,
  { refuseExamples = false }: ReadingOptions = {},
): DeploymentConfigReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0)
    return {
      kind: 'refused',
      problems: broken.map(({ message, pos }) => ({
        path: '',
        line: lines.linePos(pos[0]).line,
        problem: `neither YAML nor JSON: ${message}`,
      })),
    };

  const refused = (problems: readonly FieldProblem[]): DeploymentConfigReading => ({
    kind: 'refused',
    problems: problems.map(({ path, problem }) => {
      const line = lineOf(document, lines, path);
      return { path: describePath(path), ...(line === undefined ? {} : { line }), problem };
    }),
  });
  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    // Aliases that lead nowhere, or stand for far too much.
    return refused([{ path: [], problem: `neither YAML nor JSON: ${(error as Error).message}` }]);
  }
  const { success, data, error } = deploymentConfigSchema.safeParse(content ?? undefined);
  if (!success) return refused(schemaProblems(error.issues));
  const problems = [...problemsBetweenFields(data), ...(refuseExamples ? examplesIn(data) : [])];
  return problems.length === 0 ? { kind: 'read', config: data } : refused(problems);
}
