import { E as string, d as nullable, h as optional, o as looseObject, t as array, w as safeParse } from "./dist3.js";
import { n as unreadableFile } from "./inspect-bytes.js";
import { basename, join, posix, resolve } from "node:path";

// src/inspect/goreleaser-dist.ts
const text = optional(nullable(string()));
const Artifact = looseObject({
	path: string(),
	goos: text,
	goarch: text,
	goamd64: text,
	go386: text,
	goarm: text,
	goarm64: text,
	gomips: text,
	goppc64: text,
	goriscv64: text,
	type: text,
	extra: optional(nullable(looseObject({ Binaries: optional(nullable(array(string()))) })))
});
const Metadata = looseObject({
	commit: text,
	tag: text
});
/**
* Files with what the lists of goreleaser in some folders say of each. An archive that is listed with programs and has none is added as a
* file that cannot be judged.
*/
async function withListings(given, named, files) {
	const { folders, paths, workingDirectory } = named;
	let all = given;
	for (const folder of folders) {
		const read = async (name) => parseJson(await files.readText(resolve(workingDirectory, folder, name)));
		const artifacts = safeParse(array(Artifact), await read("artifacts.json"));
		if (!artifacts.success) continue;
		const metadata = safeParse(Metadata, await read("metadata.json"));
		const { commit = null, tag = null } = metadata.success ? metadata.output : {};
		const about = {
			file: join(folder, "artifacts.json"),
			commit,
			tag
		};
		for (const entry of artifacts.output) {
			const path = paths.find((each) => isListed(each, folder, entry));
			if (path !== void 0) all = addListing(all, path, {
				...listingOf(entry),
				...about
			});
		}
	}
	return all;
}
function parseJson(content) {
	try {
		return JSON.parse(content ?? "null");
	} catch {
		return null;
	}
}
/** The list has paths from the root of the repository; the folder may have another name by now. */
function isListed(path, folder, entry) {
	const below = posix.normalize(entry.path.replaceAll("\\", "/")).split("/").slice(1).join("/");
	return below !== "" && path.replaceAll("\\", "/") === join(folder, below).replaceAll("\\", "/");
}
function listingOf(entry) {
	const { goos = null, goarch = null, type, extra } = entry;
	const variants = [
		"goamd64",
		"go386",
		"goarm",
		"goarm64",
		"gomips",
		"goppc64",
		"goriscv64"
	].flatMap((key) => {
		const value = entry[key] ?? "";
		return value === "" ? [] : [[key.toUpperCase(), value]];
	});
	const binaries = type === "Archive" ? extra?.Binaries ?? [] : [];
	return {
		goos,
		goarch,
		variants: Object.fromEntries(variants),
		binaries,
		missing: []
	};
}
function addListing(all, path, listing) {
	const isOf = (file) => (file.container?.path ?? file.path) === path;
	const names = new Set(all.flatMap((file) => isOf(file) ? basename(file.path) : []));
	const missing = listing.binaries.filter((name) => !names.has(basename(name)));
	const listed = {
		...listing,
		missing
	};
	if (names.size > 0 || missing.length === 0) return all.map((file) => isOf(file) ? {
		...file,
		listed
	} : file);
	const inspection = unreadableFile("archive without a program", "the archive has no program");
	const none = {
		size: 0,
		sha256: null,
		inspectMs: 0,
		proof: null,
		container: null,
		file: null,
		packed: null
	};
	return [...all, {
		...none,
		path,
		inspection,
		listed
	}];
}

export { withListings };