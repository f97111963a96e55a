import { isNotUnderstood, Misread, notUnderstood, understand } from "./misread.ts";
import type { ReleaseFile, ReleaseReading } from "./release-reading.ts";
import { readYamlNodes, type YamlNode } from "./yaml-nodes.ts";

/** Reads a YAML file by `read`, which may throw Misread. What cannot be understood is a value with its line. */
export async function readYaml(
  { file, text }: ReleaseFile,
  read: (root: YamlNode | null) => ReleaseReading,
): Promise<ReleaseReading> {
  let root: YamlNode | null;
  try {
    root = await readYamlNodes(text);
  } catch (thrown) {
    if (!(thrown instanceof Misread)) throw thrown;
    return { entries: [], notUnderstood: [notUnderstood(file, thrown.at, thrown.message)] };
  }
  const reading = understand(file, () => read(root));
  return isNotUnderstood(reading) ? { entries: [], notUnderstood: [reading] } : reading;
}
