import {
  interactionModelText,
  readInteractionModel,
  type InteractionModel,
} from '../../routing/reason-catalogue/interaction-model.ts';
import { withReasons } from '../../routing/reason-catalogue/with-reasons.ts';
import { requiredText, text } from '../arguments/options.ts';
import { command } from '../command.ts';
import { failure, unreadable, type Report } from '../report.ts';
import { openTable, tableOperand } from '../tables/table-operand.ts';
import type { Workplace } from '../workplace.ts';

const localePattern = /^[a-z]{2}-[A-Z]{2}$/;

/** One catalogue of reasons for the rules and for what callers may say. */
export const reasons = command({
  name: 'reasons',
  summary: "writes a table's reasons into the skill's interaction model",
  operands: { table: tableOperand('table', 'the reasons of which table? Name a file or a published table') },
  options: {
    into: requiredText(
      '<file>',
      'an interaction model, en-US.json',
      'say where: --into …/interactionModels/custom/en-US.json',
    ),
    locale: text('<locale>', "the model's locale; default: what its file is called"),
  },
  async run({ table, into, locale: given }, workplace) {
    const locale = given ?? /(?<locale>[a-z]{2}-[A-Z]{2})\.json$/.exec(into)?.groups?.['locale'];
    if (locale === undefined || !localePattern.test(locale))
      return failure(2, 'usage', [`the model's locale is not known from "${given ?? into}": --locale en-US`]);
    const opened = await openTable(table, workplace);
    if (opened.kind === 'failed') return opened.report;
    const read = await readModel(into, workplace);
    if (read.kind === 'failed') return read.report;

    const { reasons: catalogue } = opened.given.table;
    const text = interactionModelText(withReasons(read.model, catalogue, locale));
    const changed = text !== read.text;
    if (changed) await workplace.files.write(into, text);
    const told = `${catalogue.length} ${catalogue.length === 1 ? 'reason' : 'reasons'} for ${locale}`;
    return {
      exitCode: 0,
      lines: [changed ? `${into} is written: ${told}` : `${into} is as it was: ${told}`],
      json: { ok: true, file: into, locale, reasons: catalogue.map(({ id }) => id), changed },
    };
  },
});

type ModelRead =
  | { readonly kind: 'read'; readonly model: InteractionModel; readonly text: string }
  | { readonly kind: 'failed'; readonly report: Report };

/** `model-invalid` for a file that is no interaction model. */
async function readModel(path: string, { files }: Workplace): Promise<ModelRead> {
  let content: string;
  try {
    content = await files.read(path);
  } catch (error) {
    return { kind: 'failed', report: unreadable(path, error) };
  }
  const reading = readInteractionModel(content);
  return reading.kind === 'read'
    ? { ...reading, text: content }
    : { kind: 'failed', report: failure(1, 'model-invalid', [`${path} ${reading.problem}`]) };
}
