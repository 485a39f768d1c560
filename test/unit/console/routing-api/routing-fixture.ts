import { createConsoleHandler } from '../../../../console/api/console-handler.ts';
import type { ConsoleEvent } from '../../../../console/api/token.ts';
import { routingRoutes } from '../../../../console/routing-api/routes.ts';
import type { RoutingServices } from '../../../../console/routing-api/routing-services.ts';
import { MemoryChangeLog } from '../../../../shared/adapters/memory/memory-change-log.ts';
import { MemoryDraftStore } from '../../../../shared/adapters/memory/memory-draft-store.ts';
import { MemoryRoutingTableStore } from '../../../../shared/adapters/memory/memory-routing-table-store.ts';
import { consoleRoutes, type ConsoleRouteName } from '../../../../shared/contracts/console-routes.ts';
import { consoleScopes } from '../../../../shared/contracts/console-scopes.ts';
import { createLogger } from '../../../../shared/observability/logger.ts';
import { idsFake } from '../../../support/ids-fake.ts';
import { smallTableFile } from '../../../support/table-file-builder.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

export interface Asked {
  readonly name?: string;
  readonly version?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly by?: string;
}

export interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  // oxlint-disable-next-line typescript/no-explicit-any -- as JSON.parse gives it
  readonly body: any;
}

export const sourceOf = (text: string): { table: { name: string; text: string } } => ({
  table: { name: 'bank.yaml', text },
});

/** The routes of tables over stores in memory, asked by an operator. */
export class RoutingFixture {
  readonly clock = new TimersFake();
  readonly lines: string[] = [];
  readonly tables = new MemoryRoutingTableStore();
  readonly drafts = new MemoryDraftStore({ clock: this.clock, ids: idsFake() });
  readonly changes = new MemoryChangeLog();
  readonly #handle: (event: ConsoleEvent) => ReturnType<ReturnType<typeof createConsoleHandler>>;

  constructor(instead: Partial<RoutingServices> = {}) {
    const { clock, tables, drafts, changes } = this;
    const log = createLogger({ clock, write: (line) => this.lines.push(line) });
    this.#handle = createConsoleHandler(routingRoutes, { clock, tables, drafts, changes, log, ...instead });
  }

  async ask(route: ConsoleRouteName, asked: Asked = {}): Promise<Answered> {
    const { name = 'example-bank', version, body, headers = {}, query, by = 'olivia' } = asked;
    const {
      statusCode,
      headers: answered = {},
      body: text = '',
    } = await this.#handle({
      routeKey: consoleRoutes[route].key,
      headers,
      pathParameters: { name, ...(version === undefined ? {} : { version }) },
      queryStringParameters: query,
      requestContext: { authorizer: { jwt: { claims: { sub: by, scope: consoleScopes.join(' ') }, scopes: null } } },
      body: body === undefined ? undefined : JSON.stringify(body),
      isBase64Encoded: false,
    } as unknown as ConsoleEvent);
    return { status: statusCode, headers: answered, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Saves a draft; its etag. */
  async saved(
    text = smallTableFile,
    asked: Asked & { readonly basedOn?: number; readonly etag?: string } = {},
  ): Promise<string> {
    const { basedOn = 0, etag, ...rest } = asked;
    const { status, body } = await this.ask('putDraft', {
      ...rest,
      headers: etag === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${etag}"` },
      body: { source: sourceOf(text), basedOn },
    });
    if (status !== 200) throw new Error(`not saved: ${status} ${body?.message}`);
    return body.etag;
  }

  /** Saves a draft and publishes it; its version. */
  async published(text = smallTableFile, basedOn = 0): Promise<number> {
    const etag = await this.saved(text, { basedOn });
    const { status, body } = await this.ask('publishTable', { body: { because: 'holiday hours', basedOn, etag } });
    if (status !== 200) throw new Error(`not published: ${status} ${body?.message}`);
    return body.version;
  }

  /** What the audit has, latest first. */
  async audit(): Promise<readonly string[]> {
    const page = await this.changes.latest({ limit: 100 });
    return (page?.changes ?? []).map(({ kind, by, subject, version }) => [kind, by, subject, version].join(' ').trim());
  }
}
