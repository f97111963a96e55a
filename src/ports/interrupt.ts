/** Signals that end a run, and the signal that tells everyone. */
type Interruption = {
  readonly signal: AbortSignal;
  /** Ends this process by the signal that interrupted the run, as whoever sent it expects. Does nothing without one. */
  readonly reraise: () => void;
};

const names = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Turns Ctrl-C and kill into an AbortSignal, so that children are ended and temporary folders removed before we go. */
export function listenForInterrupts(): Interruption {
  const controller = new AbortController();
  let received: (typeof names)[number] | undefined;
  const handlers = names.map((name) => {
    const handler = (): void => {
      received ??= name;
      controller.abort();
    };
    process.on(name, handler);
    return { name, handler };
  });
  return {
    signal: controller.signal,
    reraise: () => {
      if (received === undefined) return;
      for (const { name, handler } of handlers) process.off(name, handler);
      process.kill(process.pid, received);
    },
  };
}
