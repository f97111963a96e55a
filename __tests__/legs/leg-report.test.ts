import { describe, expect, it } from "vitest";
import { withoutFolders } from "../../src/legs/leg-report.ts";
import { makeCell, makeReport } from "../support/cells.ts";

const folders = [
  { path: "/app", shown: "." },
  { path: "/app/cache", shown: "$GOCACHE" },
  { path: "/root", shown: "~" },
  { path: "/", shown: "never" },
  { path: "", shown: "never" },
];

const rows: readonly (readonly [text: string, shown: string])[] = [
  ["/app", "."],
  ["/app/cmd/a/main.go:3:4: x", "./cmd/a/main.go:3:4: x"],
  ["-I/app/include -L/app/cache/lib", "-I./include -L$GOCACHE/lib"],
  ["--sysroot=/app -Wl,-rpath,/app", "--sysroot=. -Wl,-rpath,."],
  ["open /root: '/root/.netrc'", "open ~: '~/.netrc'"],
  ["see /app.", "see .."],
  // What only has the letters of a folder is none: import paths above all.
  ["example.com/app", "example.com/app"],
  ["example.com/app/cmd/a", "example.com/app/cmd/a"],
  ["/apple /rootfs/x /app-2 /app.old", "/apple /rootfs/x /app-2 /app.old"],
  ["/srv/app/x", "/srv/app/x"],
  ["/tmp/go-link-123456/go.o /var/t/go-build77/b001", "$TMPDIR/go-link-N/go.o $TMPDIR/go-buildN/b001"],
];

describe("withoutFolders", () => {
  it.each(rows)("%s", (text, shown) => {
    const { cells } = withoutFolders(makeReport({ cells: [makeCell({ package: text })] }), folders);
    expect(cells[0]?.package).toBe(shown);
  });
});
