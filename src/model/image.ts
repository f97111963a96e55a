/** What decides whether the entrypoint of an image starts, in the order in which it is looked at. */
export const imageSteps = [
  "platform",
  "command",
  "root",
  "file",
  "format",
  "machine",
  "interpreter",
  "libraries",
  "versions",
  "hazards",
] as const;

export type ImageStep = (typeof imageSteps)[number];

/** Whether the entrypoint of an image starts, and the step that says so: the first that fails, or the last one. */
export type ImageStart = {
  /** As the image has it: `linux/amd64`, `linux/arm/v7`. */
  readonly platform: string;
  /** Entrypoint and Cmd, as the image's configuration has them. */
  readonly entrypoint: readonly string[];
  readonly step: ImageStep;
  readonly outcome: "starts" | "does-not-start" | "unknown";
  /** One sentence, with the layer that decides. */
  readonly reason: string;
};
