/**
 * The file name that `go build -o DIR/` gives a main package: the last element of its import path, the one before it when that is
 * a major version (DefaultExecName in cmd/go/internal/load/pkg.go, go1.26), and the ending of the build mode or of Windows.
 */
export function execName(
  target: { readonly package: string; readonly platform: { readonly goos: string } },
  buildmode = "default",
): string {
  const elements = target.package.split("/");
  const last = elements.at(-1) ?? target.package;
  const version = elements.length > 1 && /^v([2-9]|[1-9]\d+)$/.test(last);
  const name = version ? (elements.at(-2) ?? last) : last;
  return name + (modeEndings[buildmode] ?? systemEndings[target.platform.goos] ?? "");
}

// c-shared gets none with -o DIR/, measured with go1.26.
const modeEndings: Readonly<Record<string, string>> = { "c-archive": ".a", plugin: ".so" };
const systemEndings: Readonly<Record<string, string>> = { windows: ".exe" };
