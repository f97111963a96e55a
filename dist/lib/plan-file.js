import { E as string, a as literal, m as object, t as array, w as safeParse, x as record } from "./dist3.js";
import { s as toError, t as ConfigError } from "./errors.js";
import { l as didYouMean } from "./system-names.js";
import { n as version } from "./version.js";
import { i as isInputName } from "./inputs.js";
import { resolve } from "node:path";

// src/text/sha256.ts
/** Lower-case hex digest of a text's UTF-8 bytes. */
async function sha256Of(text) {
	const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// src/config/plan-file.ts
const text = string();
const leg = object({
	id: text,
	name: text,
	targets: array(object({
		package: text,
		platform: text
	}))
});
/** What has to be there for messages to be clear; the digest vouches for the rest. */
const planSchema = object({
	schemaVersion: literal(1),
	digest: text,
	tool: object({
		name: literal("go-linkage"),
		version: text
	}),
	inputs: record(text, text),
	legs: array(leg)
});
/**
* The plan in a file that `plan` wrote. Throws ConfigError for a file that is none, that another version of the program wrote, or that
* was changed since.
*/
async function readPlanFile(path, workingDirectory, files) {
	const content = await files.readText(resolve(workingDirectory, path));
	if (content === void 0) throw new ConfigError(`plan: "${path}" does not exist; go-linkage plan writes it`);
	const parsed = safeParse(planSchema, parseJson(content, path));
	if (!parsed.success) throw new ConfigError(`plan: "${path}" is not a plan that go-linkage plan wrote`);
	const { tool } = parsed.output;
	if (tool.version !== version) throw new ConfigError(`plan: "${path}" is of go-linkage ${tool.version}, and this is ${version}; use one version`);
	const plan = parseJson(content, path);
	if (await digestOf(plan) !== plan.digest) throw new ConfigError(`plan: "${path}" was changed after go-linkage plan wrote it: its digest does not match`);
	return plan;
}
function parseJson(content, path) {
	try {
		return JSON.parse(content);
	} catch (thrown) {
		throw new ConfigError(`plan: "${path}" is not JSON: ${toError(thrown).message}`);
	}
}
/** SHA-256, in lower-case hex, of all that decides the builds and their verdict. A run that is repeated has the same plan. */
function digestOf(plan) {
	return sha256Of(JSON.stringify({
		...plan,
		digest: void 0,
		run: void 0
	}));
}
/** The inputs that a leg may be given beside those of its plan: none of them decides what is built or what is asked of it. */
const ofLeg = [...[
	"mode",
	"plan",
	"leg",
	"config",
	"output-dir",
	"cache",
	"add-to-path",
	"summary"
], ...[
	"comment",
	"comment-key",
	"token",
	"go-download-base-url",
	"go-sha256"
]];
/**
* The part of a plan that a call is for, and the inputs that count for it. Throws ConfigError for a leg that the plan does not have, and
* for inputs that only the plan may give.
*/
async function readOwnLeg(given, files) {
	const { plan: path, leg: id } = given;
	if (path === void 0) throw new ConfigError("leg: give the plan that it is of: --plan FILE --leg ID");
	if (id === void 0) throw new ConfigError("plan: name the leg to build: --plan FILE --leg ID");
	const other = Object.keys(given).find((name) => isInputName(name) && !ofLeg.includes(name));
	if (other !== void 0) throw new ConfigError(`${other}: a leg takes it from its plan; give it to go-linkage plan instead`);
	const plan = await readPlanFile(path, ".", files);
	const own = plan.legs.find((each) => each.id === id);
	if (own === void 0) {
		const ids = plan.legs.map((each) => each.id);
		const guess = didYouMean(id, ids);
		throw new ConfigError(`leg: "${id}" is not a leg of ${path}${guess === "" ? `, which has ${ids.join(", ")}` : guess}`);
	}
	return {
		own: {
			plan,
			leg: own
		},
		given: {
			...plan.inputs,
			...given
		}
	};
}

export { sha256Of as i, readOwnLeg as n, readPlanFile as r, digestOf as t };