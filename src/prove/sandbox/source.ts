/**
 * The Go source of what proof by running needs. It is text in TypeScript, because the bundle has to hold it: dist/ runs
 * from a fresh clone. It must build with Go 1.19, with nothing but the standard library, and stay as gofmt and vet want it.
 */
import { enterSource } from "./enter-source.ts";
import { landlockSource } from "./landlock-source.ts";
import { mainSource } from "./main-source.ts";
import { startSource } from "./start-source.ts";
import { wordsSource } from "./words-source.ts";

/** By path in a folder that is a module. */
export const sources: Readonly<Record<string, string>> = {
  "go.mod": "module sandbox\n\ngo 1.19\n",
  "sandbox/main.go": mainSource,
  "sandbox/start.go": startSource,
  "sandbox/enter.go": enterSource,
  "sandbox/landlock.go": landlockSource,
  "sandbox/words.go": wordsSource,
  "static/main.go": "package main\n\nfunc main() {}\n",
  // Any Go makes this a dynamic program, with no C compiler and for every platform. Its loader is named with -ldflags=-I.
  "dynamic/main.go": 'package main\n\n//go:cgo_import_dynamic _ _ "libc.so.6"\n\nfunc main() {}\n',
};
