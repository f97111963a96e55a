import { n as findSystem } from "./system-names.js";

// src/systems/system-of-image.ts
/** Images, by name without the registry of docker itself, and what stands for them and their tag. */
const images = [
	[/^scratch$/, () => "scratch"],
	[/^gcr\.io\/distroless\/static(?:-debian\d+)?$/, () => "distroless-static"],
	[/^gcr\.io\/distroless\/(base|cc)(-nossl)?(?:-(debian\d+))?$/, (_, [, kind, noSsl, debian]) => noSsl === void 0 ? `distroless-${kind ?? ""}-${debian ?? "debian13"}` : null],
	[/^cgr\.dev\/(?:chainguard|[\w.-]+)\/static$/, () => "chainguard-static"],
	[/^cgr\.dev\/(?:chainguard|[\w.-]+)\/(?:wolfi-base|glibc-dynamic)$/, () => "wolfi"],
	[/^busybox$/, (tag) => `busybox-${/(glibc|musl|uclibc)$/.exec(tag)?.[1] ?? "uclibc"}`],
	[/^alpine$/, (tag) => `alpine${/^\d+\.\d+/.exec(tag)?.[0] ?? (/^(?:latest|3)?$/.test(tag) ? "" : tag)}`],
	[/^debian$/, (tag) => `debian${/^\d+/.exec(tag)?.[0] ?? dashed(/^[a-z]+/.exec(tag.replace(/^(?:latest|stable)/, ""))?.[0])}`],
	[/^ubuntu$/, (tag) => /^\d+\.\d+/.exec(tag)?.[0].replace(/^/, "ubuntu") ?? /^(?!latest|rolling|devel)[a-z]+/.exec(tag)?.[0] ?? null],
	[/^(?:registry\.access\.redhat\.com|registry\.redhat\.io)\/ubi(\d+)(?:\/.*|-.*)?$/, (_, [, release]) => `rhel${release ?? ""}`],
	[/^(?:public\.ecr\.aws\/amazonlinux\/)?amazonlinux$/, (tag) => `amazonlinux${/^(?:2023|2)(?![\d])/.exec(tag)?.[0] ?? (/^(?:latest)?$/.test(tag) ? "2023" : tag)}`],
	[/^public\.ecr\.aws\/lambda\/provided$/, (tag) => `lambda-${/^al\d+/.exec(tag)?.[0] ?? "al2023"}`],
	[/^(?:rockylinux\/)?rockylinux$/, (tag) => `rockylinux${/^\d+/.exec(tag)?.[0] ?? ""}`],
	[/^almalinux(?:\/.*)?$/, (tag) => `almalinux${/^\d+/.exec(tag)?.[0] ?? ""}`],
	[/^oraclelinux$/, (tag) => `oraclelinux${/^\d+/.exec(tag)?.[0] ?? ""}`],
	[/^fedora$/, (tag) => /^\d+/.exec(tag) === null ? null : `fedora${/^\d+/.exec(tag)?.[0] ?? ""}`],
	[/^quay\.io\/pypa\/(manylinux(?:2014|_2_\d+))_\w+$/, (_, [, policy]) => policy ?? null]
];
function dashed(word) {
	return word === void 0 || word === "" ? "" : `-${word}`;
}
/** The system that an image is, by its name and tag; null for one that the table does not have. */
function systemOfImage(name, tag) {
	for (const [form, idOf] of images) {
		const match = form.exec(name);
		const id = match === null ? null : idOf(tag ?? "", match);
		if (id !== null) return findSystem(id) ?? (name === "alpine" ? findSystem("alpine") : null);
	}
	return null;
}

// src/release/shell-holes.ts
const base = 983040;
const limit = 65533;
const character = /[\u{F0000}-\u{FFFFF}]/u;
const characters = /[\u{F0000}-\u{FFFFF}]/gu;
/** Whether a text has a hole, or a character that looks like one. */
function hasHole(text) {
	return character.test(text);
}
function fillHoles(text, filling) {
	return text.replaceAll(characters, filling);
}
/** A new and empty list of holes. Past 65,533 of them all have the number of the last. */
function makeHoles() {
	const holes = [];
	return {
		add: (hole) => {
			if (holes.length < limit) holes.push(hole);
			return String.fromCodePoint(base + holes.length - 1);
		},
		first: (text) => {
			const [found] = character.exec(text) ?? [];
			return found === void 0 ? void 0 : holes[(found.codePointAt(0) ?? base) - base];
		}
	};
}

// src/release/final-image.ts
/** Takes an image's name apart; the digest is left out. */
function splitImage(image) {
	const [plain = ""] = image.split("@");
	const [, name = "", tag] = /^(.*?)(?::([^/:]*))?$/s.exec(plain) ?? [];
	return {
		name: name.replace(/^(?:docker\.io\/|index\.docker\.io\/)?(?:library\/)?/, ""),
		tag: tag ?? null
	};
}
/** The system that an image is; null for one that the table does not have. */
function systemIn(image) {
	const { name, tag } = splitImage(image);
	return systemOfImage(name, tag);
}
/** The image that a program is put into. A tag that is not known is left out where it makes no difference. */
function finalImage(text, value, place) {
	const { file, line } = place;
	return {
		file,
		line,
		text,
		base: hasHole(value) ? withoutTag(value) : value
	};
}
/** Every release of Alpine has musl, and the images that have no C library have it under no tag. */
function withoutTag(value) {
	const name = value.replace(/[:@][^/]*$/, "");
	if (hasHole(name) || splitImage(name).name === "busybox") return null;
	const system = systemIn(name);
	return system !== null && system.libc !== "glibc" ? fillHoles(name, "") : null;
}

export { hasHole as a, fillHoles as i, splitImage as n, makeHoles as o, systemIn as r, finalImage as t };