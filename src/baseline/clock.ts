import type { Exec, Ports } from "../ports/types.ts";

/** A time limit that everything done for the base shares: what runs beyond it is ended. */
export type Clock = {
  readonly ports: Ports;
  readonly isOver: () => boolean;
  readonly why: string;
};

export function startClock(ports: Ports, limitMs: number): Clock {
  const deadline = ports.now() + limitMs;
  const limit = limitMs < 60_000 ? `${limitMs / 1000} s` : `${Math.round(limitMs / 60_000)} min`;
  const limited =
    (exec: Exec): Exec =>
    (program, args, options) =>
      exec(program, args, { ...options, timeoutMs: deadline - ports.now() });
  return {
    ports: {
      ...ports,
      ask: limited(ports.ask),
      work: limited(ports.work),
    },
    isOver: () => ports.now() >= deadline,
    why: `its time limit of ${limit} ran out`,
  };
}
