import type { PackageFacts } from "../model/package-facts.ts";
import type { System } from "../model/system.ts";

/** Which format of packages the systems of a family install; absent: none of these. */
const installs: Readonly<Record<string, PackageFacts["format"]>> = Object.fromEntries([
  ...["Debian", "Ubuntu"].map((family) => [family, "deb"] as const),
  ...["Alpine", "Wolfi"].map((family) => [family, "apk"] as const),
  ...[
    ...["RHEL", "AlmaLinux", "Rocky Linux", "Oracle Linux", "CentOS Stream", "Amazon Linux", "Fedora", "openSUSE Leap"],
    ...["openSUSE Tumbleweed", "SLES", "Photon OS", "openEuler", "OpenCloudOS", "Anolis OS", "Kylin", "Mageia"],
    "ALT Linux",
  ].map((family) => [family, "rpm"] as const),
]);

/** Whether a system installs packages of a format. What only promises a level (manylinux) is no system that installs anything. */
export function installsPackages(
  format: PackageFacts["format"],
  { family, kind }: Pick<System, "family" | "kind">,
): boolean {
  return kind === "policy" || installs[family] === format;
}
