/** The archive that a program was found in. */
export type Container = {
  /** As the caller named it, or as a glob or folder has it. */
  readonly path: string;
  /** In the archive; of an archive in an archive, `inner.tar.gz!/bin/app`. Hostile text. */
  readonly member: string;
  readonly format: "tar" | "zip" | "deb" | "rpm" | "apk" | "oci" | "docker";
};
