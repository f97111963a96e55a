/**
 * The packages whose cgo code Go's internal linker can link itself: `internalpkg` in cmd/link/internal/ld/lib.go, go1.19 to
 * go1.27.
 */
const internallyLinked: ReadonlySet<string> = new Set([
  "crypto/internal/boring",
  "crypto/internal/boring/syso",
  "crypto/x509",
  "net",
  "os/user",
  "runtime/cgo",
  "runtime/race",
  "runtime/race/internal/amd64v1",
  "runtime/race/internal/amd64v3",
  "runtime/msan",
  "runtime/asan",
]);

/** Whether cmd/link links the package's C code itself. On DragonFly it cannot for two of them. */
export function isLinkedInternally(importPath: string, goos: string): boolean {
  const excluded = goos === "dragonfly" && (importPath === "net" || importPath === "os/user");
  return internallyLinked.has(importPath) && !excluded;
}
