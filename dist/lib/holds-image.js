import { t as ArchiveError } from "./archive-error.js";
import { n as decompress, t as readTar } from "./tar.js";
import { posix } from "node:path";

// src/images/holds-image.ts
/** How the tools that write images begin their archives. */
const firstName = /^(?:\.\/)?(?:$|blobs(?:\/|$)|oci-layout$|index\.json$|manifest\.json$|repositories$|(?:sha256:)?[0-9a-f]{64}(?:[./]|$))/;
/** Stops the reading: what was wanted is known. */
var Known = class extends Error {};
/** Whether a stream is a tar archive, packed or not, of an OCI layout or one that `docker save` wrote: by the names of its members. */
async function holdsImage(bytes, decompression) {
	const names = /* @__PURE__ */ new Set();
	const isImage = () => names.has("manifest.json") || names.has("oci-layout") && names.has("index.json") && names.has("blobs");
	try {
		const unpacked = await decompress(bytes, { decompression });
		await readTar(unpacked.bytes, ({ path }) => {
			if (names.size === 0 && !firstName.test(path)) throw new Known();
			const name = posix.normalize(`/${path}`).slice(1);
			names.add(name.startsWith("blobs/") ? "blobs" : name);
			if (isImage()) throw new Known();
			return Promise.resolve();
		});
	} catch (thrown) {
		if (!(thrown instanceof Known || thrown instanceof ArchiveError)) throw thrown;
	}
	return isImage();
}

export { holdsImage };