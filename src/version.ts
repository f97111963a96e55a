import manifest from "../package.json" with { type: "json" };

/** Of this program. package.json is the one place that has it. */
export const version = manifest.version;

/** `OWNER/NAME` on GitHub, as links and workflows name this repository. package.json is the one place that has it. */
export const repository = manifest.repository.replace("github:", "");
