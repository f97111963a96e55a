import type { RepositoryPlace, ReleaseImage } from "../model/release.ts";
import type { System } from "../model/system.ts";
import { systemOfImage } from "../systems/system-of-image.ts";
import { fillHoles, hasHole } from "./shell-holes.ts";

export type ImageName = {
  /** With the registry, but for that of docker itself: `golang`, `gcr.io/distroless/static`. */
  readonly name: string;
  readonly tag: string | null;
};

/** Takes an image's name apart; the digest is left out. */
export function splitImage(image: string): ImageName {
  const [plain = ""] = image.split("@");
  const [, name = "", tag] = /^(.*?)(?::([^/:]*))?$/s.exec(plain) ?? [];
  return { name: name.replace(/^(?:docker\.io\/|index\.docker\.io\/)?(?:library\/)?/, ""), tag: tag ?? null };
}

/** The system that an image is; null for one that the table does not have. */
export function systemIn(image: string): System | null {
  const { name, tag } = splitImage(image);
  return systemOfImage(name, tag);
}

/** The image that a program is put into. A tag that is not known is left out where it makes no difference. */
export function finalImage(text: string, value: string, place: RepositoryPlace): Omit<ReleaseImage, "additions"> {
  const { file, line } = place;
  return { file, line, text, base: hasHole(value) ? withoutTag(value) : value };
}

/** Every release of Alpine has musl, and the images that have no C library have it under no tag. */
function withoutTag(value: string): string | null {
  const name = value.replace(/[:@][^/]*$/, "");
  if (hasHole(name) || splitImage(name).name === "busybox") return null;
  const system = systemIn(name);
  return system !== null && system.libc !== "glibc" ? fillHoles(name, "") : null;
}
