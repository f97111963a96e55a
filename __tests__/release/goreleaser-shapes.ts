/** A configuration of goreleaser and what it is run with. The program is the same for all: support files are in `shapeFiles`. */
export type Shape = {
  readonly name: string;
  readonly config: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** A module with three programs, one of which looks names up, and a second module. */
export const shapeFiles: Readonly<Record<string, string>> = {
  "go.mod": "module example.com/shapes\n\ngo 1.21\n",
  "main.go": 'package main\n\nvar version = "dev"\n\nfunc main() { println(version, extra) }\n',
  "plain.go": "//go:build !special\n\npackage main\n\nconst extra = 1\n",
  "special.go": "//go:build special\n\npackage main\n\nconst extra = 2\n",
  "cmd/lookup/main.go":
    'package main\n\nimport "net"\n\nfunc main() { a, _ := net.LookupHost("localhost"); println(len(a)) }\n',
  "cmd/lib/main.go":
    'package main\n\nimport "C"\n\n//export Answer\nfunc Answer() int { return 42 }\n\nfunc main() {}\n',
  "cmd/group/a/main.go": "package main\n\nfunc main() {}\n",
  "cmd/group/b/main.go": "package main\n\nfunc main() {}\n",
  "cmd/group/no/no.go": "package no\n",
  "tools/go.mod": "module example.com/tools\n\ngo 1.21\n",
  "tools/main.go": "package main\n\nfunc main() {}\n",
};

const head = "version: 2\nproject_name: shapes\n";

/** goreleaser builds these. */
export const builtShapes: readonly Shape[] = [
  { name: "defaults but for the system", config: `${head}builds:\n  - goos: [linux]\n` },
  {
    name: "env at the top, tags, flags as one text, a condition on the system",
    config: `${head}env:
  - CGO_ENABLED=0
  - FLAVOUR={{ if .IsSnapshot }}plain{{ else }}plain{{ end }}
builds:
  - id: app
    goos: [linux, windows]
    goarch: [amd64]
    flags: -trimpath -v
    tags:
      - '{{ if eq .Os "linux" }}special{{ end }}'
      - other
    ldflags: -s -X main.version={{ .Version }}
`,
  },
  {
    name: "cgo, linked statically by the C compiler",
    config: `${head}builds:
  - main: ./cmd/lookup
    env: [CGO_ENABLED=1]
    tags: [osusergo]
    goos: [linux]
    goarch: [amd64]
    ldflags:
      - -linkmode=external -extldflags=-static
      - -s -w -X main.version={{.Version}} -X 'main.date={{ .Date }} of {{ .Summary }}'
`,
  },
  {
    name: "cgo for one processor by an override",
    config: `${head}builds:
  - id: app
    main: ./cmd/lookup
    env:
      - CGO_ENABLED=0
      - WHAT={{ .Os }}-{{ .Arch }}
    tags: [one, two]
    goos: [linux]
    goarch: [amd64, arm64]
    overrides:
      - goos: linux
        goarch: amd64
        tags: [three]
        env: [CGO_ENABLED=1]
      - goos: linux
        goarch: arm64
        ldflags: ["-s"]
`,
  },
  {
    name: "targets by name",
    config: `${head}builds:
  - targets: [linux_amd64_v3, linux_arm_7, windows_amd64, linux_mips_softfloat, linux_arm64_v8.1]
    goos: [darwin]
    env: ["CGO_ENABLED=0"]
    ldflags: ["-X main.version={{ .Target }}"]
`,
  },
  {
    name: "levels of processors and combinations that are ignored",
    config: `${head}builds:
  - goos: [linux, freebsd, windows]
    goarch: [amd64, arm, "386", riscv64]
    goarm: [6, 7]
    goamd64: [v1, v2]
    env: [CGO_ENABLED=0]
    ignore:
      - goos: windows
      - goos: freebsd
        goarch: arm
        goarm: 7
      - goos: freebsd
        goarch: "386"
      - goamd64: v2
        goos: freebsd
`,
  },
  {
    name: "anchors, merges and two builds",
    config: `${head}builds:
  - <<: &common
      goos: [linux]
      goarch: [amd64]
      flags: &flags [-trimpath]
      env:
        - CGO_ENABLED=0
    id: app
  - <<: *common
    id: lookup
    flags: *flags
    main: cmd/lookup/main.go
    env:
      - CGO_ENABLED=1
`,
  },
  {
    name: "variables of the environment, in both ways",
    env: { MODE: "0", FLAGS_OF_CI: "-s -w", TAGS: "special" },
    config: `${head}env: ["TOP=$MODE"]
builds:
  - env:
      - "CGO_ENABLED=\${MODE}"
      - CHOICE_linux_amd64=special
      - 'CHOICE={{ index .Env (print "CHOICE_" .Os "_" .Arch) }}'
    goos: [linux]
    goarch: [amd64, arm64]
    tags:
      - "{{ .Env.CHOICE }}"
      - '{{ envOrDefault "NOT_THERE" "fallback" | toupper }}'
      - '{{ if isEnvSet "TAGS" }}{{ .Env.TAGS }}{{ end }}'
      - '{{ with index .Env "NOT_THERE" }}never{{ . }}{{ end }}'
      - "{{ $a := .Os -}} {{ printf \\"%s_%s\\" $a .Arch }}"
    ldflags:
      - "{{ .Env.FLAGS_OF_CI }}"
      - -X main.version={{ .Env.TOP }}
`,
  },
  {
    name: "a position-independent program and a shared library",
    config: `${head}builds:
  - id: pie
    goos: [linux]
    goarch: [amd64]
    buildmode: pie
    env: [CGO_ENABLED=0]
  - id: lib
    main: ./cmd/lib
    goos: [linux]
    goarch: [amd64]
    buildmode: c-shared
    env: [CGO_ENABLED=1]
`,
  },
  {
    name: "another module, a file, and flags of the linker in a block",
    config: `${head}builds:
  - dir: tools
    main: main.go
    id: tools
    goos: [linux]
    goarch: [amd64]
    env: ["CGO_ENABLED=0"]
    ldflags: |
      -s
      -w
      -X "main.version={{ .Version }} of {{ .Date }}"
      -buildid={{ .ShortCommit }}
`,
  },
  {
    name: "every program below a folder",
    config: `${head}builds:
  - main: ./cmd/group/...
    goos: [linux]
    goarch: [amd64]
    env: ["CGO_ENABLED=0"]
    gcflags: ["all=-N -l"]
    asmflags: all=-trimpath={{ .Env.PWD }}
`,
  },
  {
    name: "ldflags among the flags, and an override of one level with a template",
    config: `${head}env: [SYSTEM=linux]
builds:
  - goos: [linux]
    goarch: [amd64]
    goamd64: [v1, v3]
    env: ["CGO_ENABLED=0"]
    flags: [-ldflags=-w, "-tags=special"]
    overrides:
      - goos: "{{ .Env.SYSTEM }}"
        goarch: amd64
        goamd64: v3
        flags: ["-tags", "other,more"]
        ldflags: ["-s"]
        buildmode: pie
`,
  },
];

/** goreleaser refuses these. */
export const refusedShapes: readonly Shape[] = [
  {
    name: "a variable that is not set",
    config: `${head}builds:\n  - goos: [linux]\n    goarch: [amd64]\n    ldflags: ["{{ .Env.NOT_THERE }}"]\n`,
  },
  { name: "one text where a list is expected", config: `${head}builds:\n  - goos: linux\n` },
  { name: "a list of maps where texts are expected", config: `${head}builds:\n  - env:\n      - CGO_ENABLED: 0\n` },
  { name: "a system that does not exist", config: `${head}builds:\n  - goos: [linux, lunix]\n    goarch: [amd64]\n` },
  {
    name: "a level that does not exist",
    config: `${head}builds:\n  - goos: [linux]\n    goarch: [amd64]\n    goamd64: [v9]\n`,
  },
  {
    name: "a key that does not exist",
    config: `${head}builds:\n  - goos: [linux]\n    goarch: [amd64]\n    ldflags_template: -s\n`,
  },
  {
    name: "a key that occurs twice",
    config: `${head}builds:\n  - goos: [linux]\n    goarch: [amd64]\n    env: [A=1]\n    env: [B=2]\n`,
  },
  {
    name: "a template without its end",
    config: `${head}builds:\n  - goos: [linux]\n    goarch: [amd64]\n    flags: ['{{ if true }}-trimpath']\n`,
  },
  {
    name: "a function that does not exist",
    config: `${head}builds:\n  - goos: [linux]\n    goarch: [amd64]\n    tags: ['{{ .Os | default "x" }}']\n`,
  },
  {
    name: "a template in main",
    config: `${head}builds:\n  - goos: [linux]\n    goarch: [amd64]\n    main: ./cmd/{{ .ProjectName }}\n`,
  },
  {
    name: "a flag with a blank in it",
    config: `${head}builds:\n  - goos: [linux]\n    goarch: [amd64]\n    flags: ["-tags special"]\n`,
  },
];
