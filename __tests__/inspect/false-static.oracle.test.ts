import { rows, testRows } from "../support/false-static.ts";
import { describeWith } from "../support/tools.ts";

describeWith(["go", "gcc", "musl-gcc", "upx", "zip", "gzip", "objcopy", "busybox"], "files that look static", () => {
  testRows(rows);
});
