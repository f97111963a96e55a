import { expect, it } from "vitest";
import { trustRepositories, withoutForeignGit } from "../../src/go/git-environment.ts";

it("trusts behind what is configured already", () => {
  const env = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "a.b", GIT_CONFIG_VALUE_0: "c" };
  expect(trustRepositories(env, ["/w/src", "/w/other"])).toEqual({
    GIT_CONFIG_COUNT: "3",
    GIT_CONFIG_KEY_0: "a.b",
    GIT_CONFIG_VALUE_0: "c",
    GIT_CONFIG_KEY_1: "safe.directory",
    GIT_CONFIG_VALUE_1: "/w/src",
    GIT_CONFIG_KEY_2: "safe.directory",
    GIT_CONFIG_VALUE_2: "/w/other",
  });
  expect(trustRepositories({}, ["/w"])).toMatchObject({ GIT_CONFIG_COUNT: "1", GIT_CONFIG_VALUE_0: "/w" });
});

it.each(["x", "-1", "1.5"])("leaves a count that git cannot read: %s", (count) => {
  const env = { GIT_CONFIG_COUNT: count };
  expect(trustRepositories(env, ["/w"])).toBe(env);
});

it("changes nothing without a repository", () => {
  const env = { PATH: "/bin" };
  expect(trustRepositories(env, [])).toBe(env);
});

it("forgets another repository, and nothing else", () => {
  expect(withoutForeignGit({ GIT_DIR: "/x", GIT_INDEX_FILE: "i", GIT_SSH_COMMAND: "ssh", PATH: "/bin" })).toEqual({
    GIT_SSH_COMMAND: "ssh",
    PATH: "/bin",
  });
});
