import type { RepositoryPlace, ReleaseImage } from "../model/release.ts";
import { fillHoles, hasHole } from "./shell-holes.ts";

/** Images that hold no C library and no loader, by name without registry aliases, tag and digest. */
const staticImages: readonly RegExp[] = [
  /^scratch$/,
  /^gcr\.io\/distroless\/static(?:-debian\d+)?$/,
  /^cgr\.dev\/(?:chainguard|[\w.-]+)\/static$/,
];

/** Whether only a static program starts in an image: `scratch`, and the static ones of distroless and Chainguard. */
export function meansStatic(base: string): boolean {
  const { name } = splitImage(base);
  return staticImages.some((pattern) => pattern.test(name));
}

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

/** The image that a program is put into. A tag that is not known is left out where it makes no difference. */
export function finalImage(text: string, value: string, place: RepositoryPlace): ReleaseImage {
  const { file, line } = place;
  return { file, line, text, base: hasHole(value) ? withoutTag(value) : value };
}

function withoutTag(value: string): string | null {
  const name = value.replace(/[:@][^/]*$/, "");
  return !hasHole(name) && meansStatic(name) ? fillHoles(name, "") : null;
}
