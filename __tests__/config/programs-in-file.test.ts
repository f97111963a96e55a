import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/errors.ts";
import { parseConfigFile } from "../../src/config/config-file.ts";

async function complaint(text: string): Promise<string> {
  try {
    await parseConfigFile(text, "F", (path) => !/^(?:\/(?!repo\/)|\.\.)/.test(path));
    return "";
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown.message;
    throw thrown;
  }
}

const quote = (text: string): string => JSON.stringify(text);
const flags = (text: string): Promise<string> => complaint(`inputs:\n  flags: ${quote(text)}\n`);
const variable = (name: string, value: string): Promise<string> =>
  complaint(`strategies:\n  own:\n    env:\n      ${name}: ${quote(value)}\n`);

describe("flags in a config file", () => {
  const refused = [
    "-toolexec=/bin/sh",
    "-toolexec /bin/sh",
    "--toolexec=sh",
    "-exec=x",
    "-overlay=o.json",
    "-modfile=x.mod",
    "-pkgdir=/tmp",
    "-compiler=gccgo",
    "-gccgoflags=-B/x",
    "-debug-actiongraph=/tmp/x",
    "-trimpath -debug-trace=/tmp/x",
    "-ldflags=-extld=/bin/sh",
    "-ldflags '-s -extld sh'",
    "-ldflags=main=-extld=sh",
    "-ldflags=all='-s -w -extar=x'",
    "-ldflags=-tmpdir=/home",
    "-ldflags=-cpuprofile=/home/x",
    "-ldflags=-capturehostobjs=/x",
    "-ldflags=-o=/x",
    "-ldflags='-extldflags=-fuse-ld=/tmp/ld'",
    "-ldflags='-extldflags=-B.'",
    `-ldflags=-extldflags='-static -wrapper sh'`,
    "-ldflags=-extldflags=-fplugin=x.so",
    "-ldflags=-extldflags=@file",
    "-ldflags=-extldflags=-Wl,-plugin,x.so",
    "-ldflags=-extldflags=-specs=x",
    "-gcflags=-o=/x",
    "-gcflags=all=-cpuprofile=/x",
    "-gcflags='-N -traceprofile=/x'",
    "-gcflags=-d=dumpinlfuncprops=/x",
    "-asmflags=-o=/x",
  ];
  it.each(refused)("refuses %s", async (text) => {
    expect(await flags(text)).toMatch(/^F:2:10: inputs\.flags: -.* decides which programs .*; set it in the workflow$/);
  });

  const allowed = [
    `-trimpath -ldflags="-s -w -X main.version=1.2"`,
    "-race -tags=netgo,osusergo -buildmode=pie -mod=vendor -buildvcs=false -p 2 -v",
    `-ldflags="-linkmode=external '-extldflags=-static -fuse-ld=lld -Wl,-z,relro,-z,now -L/usr/lib -lm'"`,
    "-gcflags=all=-N -gcflags=-l=4 -asmflags=-D=x",
    "-compiler=gc -pgo=off -cover -covermode=atomic",
  ];
  it.each(allowed)("takes %s", async (text) => {
    expect(await flags(text)).toBe("");
  });
});

describe("variables of a strategy in a config file", () => {
  const refused: readonly (readonly [string, string])[] = [
    ["PATH", "/tmp"],
    ["Path", "/tmp"],
    ["LD_PRELOAD", "x.so"],
    ["LD_LIBRARY_PATH", "x"],
    ["DYLD_INSERT_LIBRARIES", "x"],
    ["GOENV", "x"],
    ["GOPROXY", "https://example.com"],
    ["GOSUMDB", "off"],
    ["GONOSUMDB", "*"],
    ["GOINSECURE", "*"],
    ["GOPRIVATE", "*"],
    ["GOCACHEPROG", "sh"],
    ["GOTOOLDIR", "x"],
    ["GOAUTH", "sh"],
    ["GOVCS", "*:all"],
    ["GODEBUG", "x"],
    ["GOWORK", "x"],
    ["GOBIN", "x"],
    ["GOCACHE", "x"],
    ["GCCGO", "sh"],
    ["CGO_CFLAGS_ALLOW", ".*"],
    ["CGO_LDFLAGS_ALLOW", ".*"],
    ["HTTPS_PROXY", "x"],
    ["http_proxy", "x"],
    ["ALL_PROXY", "x"],
    ["GIT_SSH_COMMAND", "sh"],
    ["GIT_CONFIG_COUNT", "1"],
    ["GCC_EXEC_PREFIX", "x"],
    ["COMPILER_PATH", "x"],
    ["CCC_OVERRIDE_OPTIONS", "x"],
    ["CCACHE_PREFIX", "sh"],
    ["BASH_ENV", "x"],
    ["PYTHONPATH", "x"],
    ["NODE_OPTIONS", "x"],
    ["GCONV_PATH", "x"],
    ["OPENSSL_CONF", "x"],
    ["TMPDIR", "x"],
    ["GITHUB_OUTPUT", "x"],
    ["DEPENDENCIES_OUTPUT", "x"],
    ["CC", "/bin/sh"],
    ["CC", "sh ci/cc"],
    ["CC", "env gcc"],
    ["CC", "../cc"],
    ["CC", "/opt/gcc"],
    ["CC", "gcc -wrapper sh"],
    ["CC", "gcc -B/tmp"],
    ["CC", "clang -fplugin=x.so"],
    ["CC", "ccache"],
    ["CC", "ccache sh"],
    ["CXX", "perl"],
    ["AR", "sh"],
    ["FC", "sh"],
    ["PKG_CONFIG", "sh"],
    ["CGO_CFLAGS", "-fplugin=x.so"],
    ["CGO_CXXFLAGS", "-O2 -B/x"],
    ["CGO_LDFLAGS", "-fuse-ld=/x"],
    ["CGO_LDFLAGS", "-Xlinker --plugin=x"],
  ];
  it.each(refused)("refuses %s=%s", async (name, value) => {
    const message = await variable(name, value);
    expect(message).toMatch(
      /^F:4:\d+: strategies\.own\.env\.\w+: .* decides which programs .*; set it in the workflow$/,
    );
  });

  const allowed: readonly (readonly [string, string])[] = [
    ["CGO_ENABLED", "1"],
    ["GOAMD64", "v3"],
    ["GOEXPERIMENT", "boringcrypto"],
    ["GOFIPS140", "latest"],
    ["CC", "musl-gcc"],
    ["CC", "zig cc -target x86_64-linux-musl"],
    ["CC", "aarch64-linux-gnu-gcc-14"],
    ["CC", "x86_64-alpine-linux-musl-gcc"],
    ["CC", "x86_64-w64-mingw32-gcc.exe"],
    ["CC", "ccache clang-18 --target=x86_64-linux-gnu"],
    ["CC", "ci/cc"],
    ["CC", "./ci/cc"],
    ["CC", "/repo/ci/cc"],
    ["CXX", "x86_64-linux-musl-g++"],
    ["AR", "llvm-ar-18"],
    ["CGO_CFLAGS", "-O2 -g -I/usr/include -DX=1"],
    ["CGO_LDFLAGS", "-L/opt/lib -lm -Wl,-z,now -Wl,--as-needed"],
    ["PKG_CONFIG_PATH", "/opt/lib/pkgconfig"],
    ["LIBRARY_PATH", "/opt/lib"],
    ["CPATH", "/opt/include"],
    ["SOURCE_DATE_EPOCH", "1"],
    ["MY_SYSROOT", "/opt"],
    ["A", "1"],
  ];
  it.each(allowed)("takes %s=%s", async (name, value) => {
    expect(await variable(name, value)).toBe("");
  });
});

it("flags of a strategy are looked at in the same way", async () => {
  const own = (text: string): Promise<string> => complaint(`strategies: { own: { ${text} } }`);
  expect(await own("ldflags: -extld=sh")).toContain("strategies.own.ldflags: -ldflags=-extld decides");
  expect(await own('ldflags: "-extldflags -B."')).toContain("strategies.own.extldflags: -extldflags=-B. decides");
  expect(await own("extldflags: -static -wrapper sh")).toContain(
    "strategies.own.extldflags: -extldflags=-wrapper decides",
  );
  expect(await own('extldflags: "-static -Wl,-z,now"')).toBe("");
});
