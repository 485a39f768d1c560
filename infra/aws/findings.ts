import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cx_api } from 'aws-cdk-lib';
import * as z from 'zod';

/** What is read of the CDK's report of what its plugins found. */
const reportSchema = z.looseObject({
  pluginReports: z.array(
    z.looseObject({
      pluginName: z.string(),
      conclusion: z.string(),
      violations: z.array(
        z.looseObject({
          ruleName: z.string(),
          description: z.string(),
          severity: z.string().optional(),
          violatingConstructs: z.array(z.looseObject({ constructPath: z.string().optional() })),
        }),
      ),
    }),
  ),
});

/** What is wrong with a cloud assembly, a line for each construct: of cdk-nag, of the CDK's rules for templates, and of constructs themselves. */
export async function findingsIn(assembly: cx_api.CloudAssembly): Promise<readonly string[]> {
  return [...(await ofPlugins(assembly.directory)), ...ofConstructs(assembly)];
}

async function ofPlugins(folder: string): Promise<readonly string[]> {
  const report = reportSchema.parse(JSON.parse(await readFile(join(folder, 'validation-report.json'), 'utf8')));
  return report.pluginReports.flatMap(({ pluginName, conclusion, violations }) => {
    const fatal = violations.filter(({ severity }) => severity !== 'warning' && severity !== 'info');
    const lines = fatal.flatMap(({ ruleName, description, violatingConstructs }) =>
      violatingConstructs.map(
        ({ constructPath = 'the app' }) => `${constructPath}: ${oneLine(description)} (${pluginName}: ${ruleName})`,
      ),
    );
    return conclusion === 'failure' && lines.length === 0 ? [`${pluginName} failed, and does not say why`] : lines;
  });
}

function ofConstructs(assembly: cx_api.CloudAssembly): readonly string[] {
  return assembly.stacks.flatMap(({ messages }) =>
    messages
      .filter(({ level }) => level === cx_api.SynthesisMessageLevel.ERROR)
      .map(
        ({ id, entry }) =>
          `${id.replace(/^\//, '')}: ${oneLine(typeof entry.data === 'string' ? entry.data : JSON.stringify(entry.data))}`,
      ),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
