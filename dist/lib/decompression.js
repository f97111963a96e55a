import { Readable } from "node:stream";
import zlib from "node:zlib";
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";

// src/ports/decompression.ts
const chunkSize = 262144;
const checks = {
	crc32: (bytes, before) => zlib.crc32(bytes, before),
	startSha256: () => {
		const hash = createHash("sha256");
		return {
			update: (bytes) => void hash.update(bytes),
			digest: () => hash.digest()
		};
	}
};
/** Loaded with the first archive: nobody else pays for zlib. */
const decompression = {
	gunzip: (bytes) => through(zlib.createGunzip({ chunkSize }), bytes),
	inflateRaw: (bytes) => through(zlib.createInflateRaw({ chunkSize }), bytes),
	unzstd: (frame) => "createZstdDecompress" in zlib ? through(zlib.createZstdDecompress({ chunkSize }), frame) : unzstdSlowly(frame),
	checks: () => Promise.resolve(checks)
};
async function* through(transform, bytes) {
	const source = Readable.from(bytes, { highWaterMark: 1 });
	const done = pipeline(source, transform).catch(() => void 0);
	try {
		yield* transform;
	} finally {
		transform.destroy();
		await done;
	}
}
async function* unzstdSlowly(frame) {
	const { Decompress } = await import("./esm.js");
	const out = [];
	const decoder = new Decompress((piece) => out.push(piece));
	for await (const piece of frame) {
		decoder.push(piece);
		yield* out.splice(0);
	}
	decoder.push(/* @__PURE__ */ new Uint8Array(), true);
	yield* out.splice(0);
}

export { decompression };