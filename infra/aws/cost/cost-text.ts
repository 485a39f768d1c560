import type { CostQuestion, CostRow, MonthlyCost } from './monthly-cost.ts';
import type { Evidence } from './prices.ts';

/** What stands behind a row, and what it means below the table. */
const marks: Readonly<Record<Evidence, string>> = { reported: '', unverified: '*', unknown: '?' };

/** The table and what it rests on, for a terminal. */
export function costText({ rows, usd, usdWithoutCalls, assumptions }: MonthlyCost, question: CostQuestion): string {
  const lines = rows.map(({ service, what, quantity, price, usd: cost }) => [
    service,
    what,
    count(quantity),
    price.usd === undefined ? '?' : `${unitPrice(price.usd)} per ${price.unit}`,
    cost === undefined ? '?' : dollars(cost),
    marks[price.evidence],
  ]);
  const table = aligned([['service', 'what', 'a month', 'price in $', '$', ''], ...lines]);
  const unknown = rows.filter(({ usd: cost, quantity }) => cost === undefined && quantity > 0);
  const calls = question.callsPerMonth;
  return [
    ...table,
    '',
    `${unknown.length === 0 ? 'All together' : 'At least'} $${dollars(usd)} a month for ${count(calls)} calls${calls > 0 ? `, $${(usd / calls).toFixed(4)} each` : ''}; $${dollars(usdWithoutCalls)} of it without any call.`,
    ...unknown.map(missing),
    '',
    `Prices as public texts gave them on ${[...new Set(rows.map(({ price }) => price.seen))].join(', ')}. * remembered, and not found again; ? not found at all. AWS's own figures:`,
    ...[...new Set(rows.map(({ price }) => price.page))].map((page) => `  ${page}`),
    '',
    'Assumptions',
    ...assumptions.map((assumption) => `- ${assumption}`),
  ].join('\n');
}

function missing({ service, what, quantity, price }: CostRow): string {
  return `Not in it: ${count(quantity)} ${what} of ${service}; multiply them by the price on ${price.page}`;
}

/** Words to the left, figures to the right. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

function count(quantity: number): string {
  return quantity.toLocaleString('en-US', { maximumFractionDigits: quantity < 100 ? 2 : 0 });
}

function dollars(usd: number): string {
  return usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** As many places as it has, and no exponent. */
function unitPrice(usd: number): string {
  return usd.toLocaleString('en-US', { maximumSignificantDigits: 6, maximumFractionDigits: 12 });
}
