import { rows, testRows } from "../support/false-static.ts";
import { describeWith } from "../support/tools.ts";

describeWith(["go", "gcc", "musl-gcc", "upx", "zip", "gzip"], "files that look static, one of each kind", () => {
  testRows(rows.filter(({ sample }) => sample));
});
