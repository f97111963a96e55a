import { expect, it } from "vitest";
import { goLinkage } from "./support/cli.ts";
import { describeWith } from "./support/tools.ts";

describeWith(["go", "gcc", "musl-gcc"], "go-linkage explain", () => {
  it("says what comes out, and fails where that is not what is required", async () => {
    const { stdout, exitCode } = await goLinkage(["explain", "./examples/resolver"]);
    expect(exitCode).toBe(0);
    await expect(stdout).toMatchFileSnapshot("golden/explain-resolver.txt");
    const refused = await goLinkage(["explain", "./examples/resolver", "--require=static", "--ship=default"]);
    expect(refused.exitCode).toBe(1);
  });
});
