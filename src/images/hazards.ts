import type { HostFile } from "../model/artifact.ts";
import { inspect } from "../inspect/inspect-bytes.ts";
import { listed } from "../text/english.ts";
import { type Node, resolve, type Root } from "./root.ts";
import type { View } from "./view.ts";

/** Where Go's own libraries look (crypto/x509, root_linux.go; time, zoneinfo_unix.go). */
const places: Readonly<Record<HostFile, { readonly variable: string; readonly paths: readonly string[] }>> = {
  "CA certificates": {
    variable: "SSL_CERT_FILE",
    paths: [
      "/etc/ssl/certs/ca-certificates.crt",
      "/etc/pki/tls/certs/ca-bundle.crt",
      "/etc/ssl/ca-bundle.pem",
      "/etc/pki/tls/cacert.pem",
      "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
      "/etc/ssl/cert.pem",
    ],
  },
  "time zones": {
    variable: "ZONEINFO",
    paths: ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo"],
  },
};

/** What a static program reads from its machine. */
export function hostFilesOf({ kept }: Node): readonly HostFile[] {
  const source = kept?.bytes();
  return source === undefined ? [] : inspect(source, { hostFiles: true }).hostFiles;
}

/** What of the files that a program reads from its machine the image does not have. */
export function missingHostFiles(files: readonly HostFile[], { root, env, cwd }: View): readonly HostFile[] {
  return files.filter((file) => {
    const { variable, paths } = places[file];
    const own = env[variable] ?? "";
    return ![...(own === "" ? [] : [own]), ...paths].some((path) => hasSomething(root, path, cwd));
  });
}

function hasSomething(root: Root, path: string, cwd: string): boolean {
  const found = resolve(root, path, cwd);
  if (found.kind !== "found") return false;
  const { node } = found;
  return node.kind === "folder" ? node.children.size > 0 : node.kind === "file" && (node.kept?.size ?? 1) > 0;
}

/** What is to be known of a static program in this image, behind "is static"; empty for nothing. */
export function describeHazards(hazards: readonly string[], files: readonly HostFile[], view: View): string {
  const missing = missingHostFiles(files, view);
  const parts = [
    ...(missing.length === 0 ? [] : [`the image has no ${listed(missing)}`]),
    ...(hazards.includes("nss") ? [`it loads NSS libraries at run time, and the image has ${describeNss(view)}`] : []),
    ...(hazards.includes("dlopen") ? ["it calls dlopen, which fails in a static program of musl"] : []),
  ];
  return parts.length === 0 ? "" : `; ${parts.join("; ")}`;
}

/** The folders of glibc's own libraries. */
const libraryFolders = /^\/(?:usr\/)?lib(?:32|64)?(?:\/[\w-]+-linux-\w+)?$/;

function describeNss({ root }: View): string {
  const folders = ["lib", "lib64", "usr/lib", "usr/lib64"].flatMap((path) => {
    const found = resolve(root, `/${path}`);
    if (found.kind !== "found") return [];
    return [found, ...[...found.node.children].map(([name, node]) => ({ path: `${found.path}/${name}`, node }))];
  });
  const has = folders.some(
    ({ path, node }) =>
      libraryFolders.test(path) && (node.children.has("libc.so.6") || node.children.has("libnss_files.so.2")),
  );
  return has
    ? "those of its own glibc, which has to be the one that it was linked with"
    : "none: lookups of users and hosts by glibc fail";
}
