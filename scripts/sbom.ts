// npm run sbom: a CycloneDX bill of materials of what dist/ contains, on the standard output. npm's own bill has all that is installed
// to build and test; of that, the packages stay that dist/licenses.txt names.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../package.json" with { type: "json" };

const root = join(import.meta.dirname, "..");

type Component = { readonly "bom-ref": string; readonly name: string; readonly version: string };
type Bill = {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};

/** `name@version` of the packages that dist/licenses.txt names. */
export function bundledPackages(licenses: string): string[] {
  return [...licenses.matchAll(/^={80}\n(\S+) \(/gm)].map(([, id = ""]) => id);
}

/** A bill with the components in `kept` (`name@version`) and the edges between them. Throws where one of `kept` is not in it. */
export function keepComponents(bill: Bill, kept: readonly string[]): Bill {
  const components = bill.components.filter(({ name, version }) => kept.includes(`${name}@${version}`));
  const found = components.map(({ name, version }) => `${name}@${version}`);
  const missing = kept.filter((id) => !found.includes(id));
  if (missing.length > 0) throw new Error(`not installed: ${missing.join(", ")}; run npm ci and npm run bundle`);
  const refs = new Set([...components, bill.metadata.component].map((each) => each["bom-ref"]));
  const dependencies = bill.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
  // npm takes the name from the folder, and marks what is in the bundle as needed for development only.
  const component = { ...bill.metadata.component, name: manifest.name, type: "application" };
  const required = components.map((each) => ({ ...each, scope: "required", properties: [] }));
  return { ...bill, metadata: { ...bill.metadata, component }, components: required, dependencies };
}

if (import.meta.main) {
  const args = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"];
  const text = execFileSync("npm", args, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28 });
  const kept = bundledPackages(readFileSync(join(root, "dist/licenses.txt"), "utf8"));
  process.stdout.write(`${JSON.stringify(keepComponents(JSON.parse(text) as Bill, kept), null, 2)}\n`);
}
