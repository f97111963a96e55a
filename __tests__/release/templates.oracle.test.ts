import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { goreleaserScope } from "../../src/release/goreleaser-scope.ts";
import { evaluateTemplate, knownText } from "../../src/release/template.ts";
import { known } from "../../src/release/template-values.ts";
import { describeWith } from "../support/tools.ts";
import { templateEnv, templateRows } from "./template-rows.ts";

// text/template itself, with goreleaser's functions as its documentation describes them. `title` is left out: it is no part of Go.
const program = `package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

type answer struct {
	Text  string
	Error string
}

func main() {
	var in struct {
		Templates []string
		Env       map[string]string
	}
	if err := json.NewDecoder(os.Stdin).Decode(&in); err != nil {
		panic(err)
	}
	functions := template.FuncMap{
		"replace": strings.ReplaceAll, "split": strings.Split, "contains": strings.Contains,
		"tolower": strings.ToLower, "toupper": strings.ToUpper, "trim": strings.TrimSpace,
		"trimprefix": strings.TrimPrefix, "trimsuffix": strings.TrimSuffix,
		"base": filepath.Base, "dir": filepath.Dir,
		"list": func(all ...string) []string { return all },
		"map": func(all ...string) map[string]string {
			if len(all)%2 != 0 {
				panic("odd")
			}
			m := map[string]string{}
			for i := 0; i < len(all); i += 2 {
				m[all[i]] = all[i+1]
			}
			return m
		},
		"indexOrDefault": func(m map[string]string, name, otherwise string) string {
			if v, ok := m[name]; ok {
				return v
			}
			return otherwise
		},
		"envOrDefault": func(name, otherwise string) string {
			if v, ok := in.Env[name]; ok {
				return v
			}
			return otherwise
		},
		"isEnvSet": func(name string) bool { return in.Env[name] != "" },
	}
	fields := map[string]any{"Os": "linux", "Arch": "arm64", "Arm": "", "Env": in.Env, "Version": "1.2.3"}
	var out []answer
	for _, text := range in.Templates {
		var b strings.Builder
		t, err := template.New("t").Option("missingkey=error").Funcs(functions).Parse(text)
		if err == nil {
			err = t.Execute(&b, fields)
		}
		a := answer{Text: b.String()}
		if err != nil {
			a = answer{Error: err.Error()}
		}
		out = append(out, a)
	}
	_ = json.NewEncoder(os.Stdout).Encode(out)
}
`;

type Answer = { readonly Text: string; readonly Error: string };

const scratch = mkdtempSync(join(tmpdir(), "templates-"));
let answers: readonly Answer[] = [];

/** What Go knows and we do not say: it needs the time, the release, or prints what is no text. */
const leftOpen =
  /\.Version|time |range|define|dir |printf "%q"|printf "%s" 5|Os \| \}|'a'|split \.Env\.B " " \}|list "a" "b" \}/;
const target = { name: "linux_arm64_v8.0", goos: "linux", goarch: "arm64", variant: null, line: 1 } as const;

beforeAll(() => {
  writeFileSync(join(scratch, "main.go"), program);
  const input = JSON.stringify({ Templates: templateRows, Env: templateEnv });
  const env = { ...process.env, GOFLAGS: "", GO111MODULE: "off" };
  answers = JSON.parse(
    execFileSync("go", ["run", "main.go"], { cwd: scratch, input, env, encoding: "utf8" }),
  ) as Answer[];
}, 300_000);

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

describeWith(["go"], "templates", () => {
  it.each(templateRows.map((template, at) => ({ template, at })).filter(({ template }) => !template.includes("title")))(
    "print what text/template prints: $template",
    ({ template, at }) => {
      const env = new Map(Object.entries(templateEnv).map(([name, value]) => [name, known(value)] as const));
      const printed = knownText(evaluateTemplate(template, goreleaserScope({ projectName: null, env, target })));
      const answer = answers[at];
      if (typeof printed === "string") expect({ Text: printed, Error: "" }).toEqual(answer);
      else if (answer?.Error === "") expect(template).toMatch(leftOpen);
    },
  );
});
