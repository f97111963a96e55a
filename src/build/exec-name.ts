/**
 * The file name that `go build -o DIR/` gives a main package: the last element of its import path, the one before it when that is
 * a major version (DefaultExecName in cmd/go/internal/load/pkg.go, go1.26), and `.exe` on Windows.
 */
export function execName(target: { readonly package: string; readonly platform: { readonly goos: string } }): string {
  const elements = target.package.split("/");
  const last = elements.at(-1) ?? target.package;
  const version = elements.length > 1 && /^v([2-9]|[1-9]\d+)$/.test(last);
  const name = version ? (elements.at(-2) ?? last) : last;
  return name + (extensions[target.platform.goos] ?? "");
}

const extensions: Readonly<Record<string, string>> = { windows: ".exe" };
