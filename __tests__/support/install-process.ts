/** A process of its own that installs Go, to be raced and killed: `node install-process.ts BASE-URL VERSION`. Prints the toolchain. */
import { tmpdir } from "node:os";
import { install } from "../../src/install/install.ts";
import { makeFiles } from "../../src/ports/files.ts";
import { listenForInterrupts } from "../../src/ports/interrupt.ts";
import { nodePorts } from "../../src/ports/node.ts";
import { silentLog } from "./machine.ts";

const [, , goDownloadBaseUrl = "", goVersion = ""] = process.argv;
const { signal, reraise } = listenForInterrupts();
const ports = nodePorts({ files: makeFiles(tmpdir()).files, log: silentLog, signal });
try {
  const request = { workingDirectory: tmpdir(), goVersion, goVersionFile: null, goDownloadBaseUrl, goSha256: null };
  const { root, source, version } = await install(request, ports);
  console.log(JSON.stringify({ root, source, version }));
} finally {
  reraise();
}
