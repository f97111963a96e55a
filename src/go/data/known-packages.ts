/** What C code does in a static program that flags and files of a listing do not show. */
type CCall = "dlopen" | "nss";

/** What is known of a package beside what rules tell of every package. */
export type KnownPackage = {
  /** Its import path, or that of its module: packages below it are meant too. */
  readonly path: string;
  /** What its C code calls. */
  readonly calls: readonly CCall[];
  /** The build tag that leaves these calls out. */
  readonly quietTag: string | null;
  /** The build tag under which it needs no C code. */
  readonly goTag: string | null;
  /** The build tag under which it brings a library for musl. */
  readonly muslTag: string | null;
  /** It brings a library that was compiled for glibc. */
  readonly forGlibc: boolean;
  /** The library that it brings is a shared one. */
  readonly sharedOnly: boolean;
  /** It makes its calls without cgo as well. */
  readonly needsNoCgo: boolean;
  /** What does the same in Go. */
  readonly instead: string | null;
  /** The packages of Debian and Alpine with the C libraries that it is compiled against. Those of Debian were built with. */
  readonly needs: { readonly debian: readonly string[]; readonly alpine: readonly string[] } | null;
  /** The versions that this was seen in, and how. */
  readonly evidence: string;
};

const plain = {
  calls: [],
  quietTag: null,
  goTag: null,
  muslTag: null,
  forGlibc: false,
  sharedOnly: false,
  needsNoCgo: false,
  instead: null,
  needs: null,
} as const;

/** Where rules cannot know. Each row was built and looked at; `evidence` says in which version. */
export const knownPackages: readonly KnownPackage[] = [
  {
    ...plain,
    path: "github.com/mattn/go-sqlite3",
    calls: ["dlopen"],
    quietTag: "sqlite_omit_load_extension",
    instead: "modernc.org/sqlite",
    evidence:
      "v1.14.24, v1.14.28: ld warns of dlopen in unixDlOpen; with the tag it does not. static_mock.go, for builds without cgo, returns errors",
  },
  {
    ...plain,
    path: "github.com/ebitengine/purego",
    calls: ["dlopen"],
    needsNoCgo: true,
    evidence: "v0.9.1: ld warns of dlopen; linked with musl the call fails: Dynamic loading not supported",
  },
  {
    ...plain,
    path: "github.com/confluentinc/confluent-kafka-go",
    calls: ["nss", "dlopen"],
    forGlibc: true,
    muslTag: "musl",
    evidence:
      "v2.6.1: ld warns of dlopen, getaddrinfo, gethostbyname and getpwuid_r in librdkafka_glibc_linux_amd64.a, which asks for setcontext; musl has none, and -tags musl builds and runs",
  },
  {
    ...plain,
    path: "github.com/coreos/go-systemd/v22/internal/dlopen",
    calls: ["dlopen"],
    evidence: "v22.5.0: ld warns of dlopen; sdjournal loads libsystemd.so.0 by it",
  },
  {
    ...plain,
    path: "github.com/miekg/pkcs11",
    calls: ["dlopen"],
    evidence:
      "v1.1.1: ld warns of dlopen in pkcs11.go, which loads the module of the token; without cgo New is undefined",
  },
  {
    ...plain,
    path: "github.com/gopacket/gopacket/pcap",
    calls: ["nss"],
    evidence: "v1.3.1 with libpcap 1.10.3: ld warns of gethostbyname, getnetbyname_r and getprotobyname_r in libpcap.a",
  },
  {
    ...plain,
    path: "github.com/valyala/gozstd",
    forGlibc: true,
    muslTag: "musl",
    evidence:
      "v1.22.0: libzstd_linux_amd64.a asks for __fprintf_chk, which musl has not; -tags musl takes libzstd_linux_musl_amd64.a, builds and runs",
  },
];
