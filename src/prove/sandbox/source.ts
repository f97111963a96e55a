/**
 * The Go source of what proof by running needs. dist/ runs from a fresh clone, so the bundle holds it as text. It must build with
 * Go 1.19, with nothing but the standard library, and stay as gofmt and vet want it.
 */
import goMod from "./go.mod?raw";
import dynamicMain from "./dynamic/main.go?raw";
import enter from "./sandbox/enter.go?raw";
import landlock from "./sandbox/landlock.go?raw";
import main from "./sandbox/main.go?raw";
import start from "./sandbox/start.go?raw";
import words from "./sandbox/words.go?raw";
import staticMain from "./static/main.go?raw";

/** By path in a folder that is a module. */
export const sources: Readonly<Record<string, string>> = {
  "go.mod": goMod,
  "sandbox/main.go": main,
  "sandbox/start.go": start,
  "sandbox/enter.go": enter,
  "sandbox/landlock.go": landlock,
  "sandbox/words.go": words,
  "static/main.go": staticMain,
  "dynamic/main.go": dynamicMain,
};
