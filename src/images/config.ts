import * as v from "valibot";
import type { View } from "./view.ts";

/** `linux`, `arm`, `v7`. */
export type Platform = { readonly os: string; readonly architecture: string; readonly variant: string | null };

/** What an image's configuration says of how it is started (OCI image specification, "Image Configuration"). */
export type ImageConfig = {
  /** null where it does not say it. */
  readonly platform: Platform | null;
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly env: View["env"];
  readonly workingDir: string;
  readonly user: string;
  /** Digests of the layers as they are unpacked, the lowest first. */
  readonly diffIds: readonly string[];
};

const text = v.fallback(v.string(), "");
const words = v.nullish(v.array(v.string()), []);

const noConfig = { Entrypoint: [], Cmd: [], Env: [], WorkingDir: "", User: "" };

const schema = v.object({
  os: text,
  architecture: text,
  variant: v.fallback(v.nullable(v.string()), null),
  config: v.nullish(v.object({ Entrypoint: words, Cmd: words, Env: words, WorkingDir: text, User: text }), noConfig),
  rootfs: v.nullish(v.object({ diff_ids: words })),
});

/** The JSON of a configuration → what is read of it; null for what is none. */
export function readConfig(json: unknown): ImageConfig | null {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) return null;
  const { os, architecture, variant, config, rootfs } = parsed.output;
  return {
    platform: readPlatform({ os, architecture, variant }),
    entrypoint: config.Entrypoint,
    cmd: config.Cmd,
    env: readEnv(config.Env),
    workingDir: config.WorkingDir,
    user: config.User,
    diffIds: rootfs?.diff_ids ?? [],
  };
}

/** null where a part is missing, or is no name of a platform. */
export function readPlatform({ os, architecture, variant }: Platform): Platform | null {
  const plain = /^[a-z0-9]+$/;
  if (!plain.test(os) || !plain.test(architecture)) return null;
  return { os, architecture, variant: variant !== null && /^[a-z0-9.]+$/.test(variant) ? variant : null };
}

function readEnv(lines: readonly string[]): View["env"] {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const at = line.indexOf("=");
      return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 1)] as const];
    }),
  );
}

/** `linux/arm/v7`; the variant that all programs of the architecture are for is left out. */
export function platformName({ os, architecture, variant }: Platform): string {
  const isUsual =
    variant === null ||
    (architecture === "arm64" && variant === "v8") ||
    (architecture === "amd64" && variant === "v1");
  return [os, architecture, ...(isUsual ? [] : [variant])].join("/");
}
