import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process of the bench: takes orders, tells news. */
export interface Child<Order, News extends { readonly kind: string }> {
  order(order: Order): void;
  /** Resolves with the next news of that kind; rejects when the process ends before. */
  news<Kind extends News['kind']>(kind: Kind): Promise<Extract<News, { kind: Kind }>>;
  readonly ended: Promise<unknown>;
  kill(): void;
}

/** Starts a module beside this one. What it writes is seen on stderr. */
export function startChild<Order, News extends { readonly kind: string }>(
  module: string,
  args: readonly string[] = [],
): Child<Order, News> {
  const child: ChildProcess = fork(fileURLToPath(new URL(module, import.meta.url)), args, {
    stdio: ['ignore', 2, 2, 'ipc'],
    execArgv: ['--expose-gc'],
  });
  const ended = once(child, 'exit');
  return {
    order: (order) => void child.send(order as object),
    news: (kind) =>
      new Promise((resolve, reject) => {
        const hear = (news: News): void => {
          if (news.kind !== kind) return;
          child.off('message', hear as (news: unknown) => void);
          resolve(news as Extract<News, { kind: typeof kind }>);
        };
        child.on('message', hear as (news: unknown) => void);
        void ended.then(() => reject(new Error(`${module} ended before it told of ${kind}`)));
      }),
    ended,
    kill: () => void child.kill(),
  };
}
