import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDockerfile } from "../../src/release/dockerfile.ts";
import { platform, view } from "../support/dockerfile-fixtures.ts";

/**
 * What a real sh hands to the go command for the text of a RUN, against what is evaluated. The fake go writes down its words and its
 * environment.
 */
const rows: readonly (readonly [name: string, env: Readonly<Record<string, string>>, run: string])[] = [
  ["extldflags in quotes", {}, `CGO_ENABLED=1 go build -ldflags '-w -extldflags "-static"' -o /app ./cmd/app`],
  [
    "joined lines and exports",
    { TAGS: "a,b" },
    `set -e \\\n && export CC=clang CGO_ENABLED=1 \\\n && export LD="-s -w" \\\n && go build -tags "$TAGS" -ldflags "$LD -X 'main.v=a b'" -trimpath -o /app ./cmd/app`,
  ],
  [
    "unquoted flags",
    { F: "-tags x -race", CGO_ENABLED: "1" },
    "go build $F ${NONE:-} ${NONE:+-cover} -o /app ./cmd/app",
  ],
  [
    "conditions",
    { CGO_ENABLED: "0", STATIC: "yes" },
    `if [ "$STATIC" = yes ] && [ -n "$STATIC" ]; then T=static; else T=dyn; fi; case $T in st*) export GOFLAGS=-mod=mod;; *) export GOFLAGS=;; esac; false || go build -tags=$T -o /app ./cmd/app`,
  ],
  [
    "parts of values",
    { V: "v1.22.3", CGO_ENABLED: "0" },
    "go build -tags=${V#v},${V%.*},${V##*.},${V%%.*} -o /app ./cmd/app",
  ],
  ["another shell", { CGO_ENABLED: "0" }, `X=lost; export Y=kept; sh -ec 'go build -tags="x$X,y$Y" -o /app ./cmd/app'`],
  ["env and subshells", { CC: "gcc" }, "(export CC=tcc); env -u CC CGO_ENABLED=1 CXX=c++ go build -o /app ./cmd/app"],
  ["loops", { CGO_ENABLED: "0" }, "T=; for t in a b 'c d'; do T=$T$t,; done; go build -tags \"$T\" -o /app ./cmd/app"],
];

const names = ["CGO_ENABLED", "CC", "CXX", "GOFLAGS"];

describe("the shell", () => {
  let folder = "";

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "dockerfile-shell-"));
    mkdirSync(join(folder, "bin"));
    const go = join(folder, "bin/go");
    const env = names.map((name) => `printf '%s\\0' "${name}=$${name}" >> "$RECORD"`).join("\n");
    writeFileSync(go, `#!/bin/sh\nprintf '%s\\0' "$@" > "$RECORD"\nprintf 'END\\0' >> "$RECORD"\n${env}\n`);
    chmodSync(go, 0o755);
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(rows)("%s", (_name, env, run) => {
    const record = join(folder, "record");
    const path = `${join(folder, "bin")}:/usr/bin:/bin`;
    execFileSync("/bin/sh", ["-c", run], { cwd: folder, env: { ...env, PATH: path, RECORD: record } });
    const fields = readFileSync(record, "utf8").split("\0");
    const end = fields.indexOf("END");
    const real = {
      flags: joinValues(fields.slice(1, end)),
      env: fields.slice(end + 1).filter((each) => each !== "" && !each.endsWith("=")),
    };

    const sets = Object.entries(env).map(([name, value]) => `ENV ${name}="${value}"\n`);
    const text = `FROM golang:1.22 AS b\nWORKDIR /src\nCOPY . .\n${sets.join("")}RUN ${run}\nFROM scratch\nCOPY --from=b /app /\n`;
    const { entries, notUnderstood } = readDockerfile({ path: "Dockerfile", text }, view);
    expect(notUnderstood).toEqual([]);
    const settings = entries[0]?.settingsFor(platform("linux/amd64"));
    if (settings?.kind !== "settings") throw new Error("not understood");
    expect(settings.flags.map(({ value }) => value)).toEqual(real.flags);
    expect(settings.env.map(({ name, value }) => `${name}=${value}`).toSorted()).toEqual(real.env.toSorted());
  });
});

/** `-tags a` as `-tags=a`, without -o and the packages. */
function joinValues(words: readonly string[]): string[] {
  const [word, next, ...rest] = words;
  if (word?.startsWith("-") !== true) return [];
  if (word === "-o") return joinValues(rest);
  if (word === "-tags" || word === "-ldflags") return [`${word}=${next ?? ""}`, ...joinValues(rest)];
  return [word, ...joinValues(words.slice(1))];
}
