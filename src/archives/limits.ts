/**
 * How far an archive is read. They are above what anybody ships, and low enough that hostile ones end soon: 500,000 members take a
 * second, 16 GiB a minute, and no program or image is packed to a 250th of its size.
 */
export type Limits = {
  /** Members of one archive. */
  readonly members: number;
  /** Bytes that come out of one archive. */
  readonly bytes: number;
  /** Bytes that come out for each that goes in, above the first `unmeasured`. */
  readonly ratio: number;
  readonly unmeasured: number;
};

export const defaultLimits: Limits = {
  members: 500_000,
  bytes: 16 * 1024 ** 3,
  ratio: 250,
  unmeasured: 256 * 1024 ** 2,
};
