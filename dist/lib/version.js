// package.json
var version$1 = "0.1.0";
var repository$1 = "github:OWNER/go-linkage";

// src/version.ts
/** Of this program. package.json is the one place that has it. */
const version = version$1;
/** `OWNER/NAME` on GitHub, as links and workflows name this repository. package.json is the one place that has it. */
const repository = repository$1.replace("github:", "");

export { version as n, repository as t };