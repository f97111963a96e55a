export const inputDefaults = {
  mode: "check",
  "working-directory": ".",
  packages: "./...",
  platforms: "",
  strategies: "default cgo-disabled netgo external",
  ship: "default",
  require: "none",
  flags: "",
  binaries: "",
  "go-version": "",
  "go-version-file": "",
  "go-download-base-url": "https://go.dev/dl",
  "go-sha256": "",
  "output-dir": "",
  prove: "",
  cache: "auto",
  baseline: "auto",
  "baseline-ref": "",
  "fail-on": "regression,policy,build,missing",
  "on-missing-baseline": "warn",
  config: ".github/go-linkage.yml",
  "policy-relaxation": "warn",
} as const;

export type InputName = keyof typeof inputDefaults;

/** What both doors supply: the inputs as the user wrote them, by their names in action.yml. An empty string means "not given". */
export type Inputs = Readonly<Record<InputName, string>>;

/** When to comment on a pull request. */
export const commentModes = ["never", "on-change", "failure", "always"] as const;

export type CommentMode = (typeof commentModes)[number];
