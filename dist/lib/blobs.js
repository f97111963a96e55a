import { t as readFrom } from "./byte-source.js";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { closeSync, openSync, writeSync } from "node:fs";

// src/ports/blobs.ts
/** Loaded with the first image: nobody else pays for node:crypto. */
function makeBlobs(files) {
	return {
		startSha256: () => {
			const hash = createHash("sha256");
			return Promise.resolve({
				update: (bytes) => {
					hash.update(bytes);
				},
				hex: () => hash.digest("hex")
			});
		},
		openSpool: async () => openSpool(join(await files.makeTempDir(), "spool"))
	};
}
/** Bytes that are collected before the file is written. */
const BUFFER = 1048576;
function openSpool(path) {
	const fd = openSync(path, "wx+", 384);
	const buffer = Buffer.allocUnsafe(BUFFER);
	let [written, filled] = [0, 0];
	const flush = () => {
		writeAll(fd, buffer.subarray(0, filled));
		written += filled;
		filled = 0;
	};
	return {
		get size() {
			return written + filled;
		},
		append: (bytes) => {
			if (filled + bytes.length > BUFFER) flush();
			if (bytes.length > BUFFER) {
				writeAll(fd, bytes);
				written += bytes.length;
			} else {
				buffer.set(bytes, filled);
				filled += bytes.length;
			}
		},
		source: (offset, size) => {
			if (offset + size > written) flush();
			const all = readFrom(fd, offset + size);
			return {
				size,
				read: (at, length, into) => all.read(offset + at, Math.min(length, size - at), into)
			};
		},
		close: () => {
			closeSync(fd);
		}
	};
}
function writeAll(fd, bytes) {
	for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at, bytes.length - at);
}

export { makeBlobs };