import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud, type LocalCloud } from '../../infra/local/cloud/local-cloud.ts';
import type { Conversation } from '../../infra/local/contact-center/conversation.ts';
import { exampleBank } from '../../infra/local/demo/example-bank/example-bank.ts';
import { startConsoleWeb, type ConsoleWeb } from '../../infra/local/web/console-web.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { consoleScopes } from '../../shared/contracts/console-scopes.ts';
import { localStateSchema, type LocalState } from '../../shared/contracts/local-cloud-api.ts';
import { signIn } from './browser-sign-in.ts';
import { builtFunctions } from './built-functions.ts';

/** A web application of two files. */
export async function aWebApplication(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'console-web-'));
  await mkdir(join(directory, 'assets'));
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>The console</title>');
  await writeFile(
    join(directory, 'assets/app-1a2b3c.js'),
    `console.log(${JSON.stringify('much to say. '.repeat(500))});\n`,
  );
  return directory;
}

/** The example bank's cloud with the console in front of it, and what people's telephones make of calls. */
export class LocalConsoleFixture {
  cloud!: LocalCloud;
  web!: ConsoleWeb;
  readonly #directory: string;
  readonly #conversations: Conversation[] = [];
  #waiting = Promise.withResolvers<void>();
  readonly #tokens = new Map<string, Promise<string>>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Who has answered so far. */
  get answeredAt(): string[] {
    return this.#conversations.map(({ destination: { kind, id } }) => `${kind}:${id}`);
  }

  get conversations(): readonly Conversation[] {
    return this.#conversations;
  }

  readonly onConversation = (conversation: Conversation): void => {
    this.#conversations.push(conversation);
    this.#waiting.resolve();
    this.#waiting = Promise.withResolvers();
  };

  /** The next who answers after so many others. */
  async answerAfter(count: number): Promise<Conversation> {
    while (this.#conversations.length <= count) await this.#waiting.promise;
    return this.#conversations[count]!;
  }

  /** Asks as a browser in which that person has signed in; as nobody when none is named. */
  async ask(
    path: string,
    { as, method = 'GET', body }: { as?: string; method?: string; body?: unknown } = {},
  ): Promise<Response> {
    return fetch(this.web.url + path, {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${await this.token(as)}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
  }

  async state(): Promise<LocalState> {
    return localStateSchema.parse(await (await this.ask('/local/state', { as: 'andy' })).json());
  }

  /** The state as soon as it is so: it is looked at again and again, as the console does. */
  async stateOnce(isSo: (state: LocalState) => boolean): Promise<LocalState> {
    for (let times = 0; times < 2000; times += 1) {
      const state = await this.state();
      if (isSo(state)) return state;
    }
    throw new Error('the local cloud has not come to that state');
  }

  token(person: string): Promise<string> {
    const token = this.#tokens.get(person) ?? this.#signIn(person);
    this.#tokens.set(person, token);
    return token;
  }

  async close(): Promise<void> {
    await this.web.close();
    await this.cloud.close();
    await rm(this.#directory, { recursive: true });
  }

  async #signIn(person: string): Promise<string> {
    const { issuer } = this.cloud.signIn.issuer;
    const scope = ['openid', ...consoleScopes].join(' ');
    return (await signIn({ issuer, redirectUri: `${this.web.url}/signed-in`, scope, person })).accessToken;
  }
}

export async function aLocalConsole(): Promise<LocalConsoleFixture> {
  const directory = await aWebApplication();
  const fixture = new LocalConsoleFixture(directory);
  fixture.cloud = await startLocalCloud({
    bundles: await builtFunctions(),
    tenant: await exampleBank(),
    clock: systemClock,
    timers: systemTimers,
    ids: systemIds,
    onConversation: fixture.onConversation,
  });
  fixture.web = await startConsoleWeb({ cloud: fixture.cloud, directory, clock: systemClock });
  return fixture;
}
