import { expect, it } from "vitest";
import { generated, regenerate } from "../scripts/generate.ts";

it.each(generated)("$path is what the source makes of it", async (each) => {
  const { is, want } = await regenerate(each);
  expect(is, "run npm run generate").toBe(want);
});
