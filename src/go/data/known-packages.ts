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
  /** Its C code, or a library that it brings, is for glibc. */
  readonly forGlibc: boolean;
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
  {
    ...plain,
    path: "github.com/google/gopacket/pcap",
    calls: ["nss"],
    instead: "github.com/google/gopacket/pcapgo",
    needs: { debian: ["libpcap-dev"], alpine: ["libpcap-dev"] },
    evidence:
      "v1.1.19 with libpcap 1.10.3: Debian's libpcap.a needs libdbus and libsystemd, which has no static version; without cgo pcapErrorNotActivated is undefined; pcapgo reads and writes files and captures by AF_PACKET, and builds without cgo",
  },
  {
    ...plain,
    path: "github.com/DataDog/zstd",
    instead: "github.com/klauspost/compress/zstd",
    evidence:
      "v1.5.6: static with glibc and with musl, and both run; without cgo no file is left. klauspost/compress v1.17.11 builds without cgo",
  },
  {
    ...plain,
    path: "github.com/proglottis/gpgme",
    instead: "github.com/ProtonMail/go-crypto/openpgp",
    needs: { debian: ["libgpgme-dev"], alpine: ["gpgme-dev"] },
    evidence:
      "v0.1.4 with libgpgme 1.18.0: a static link lacks gpgrt_bsprintf and others of libgpg-error, which #cgo LDFLAGS does not name; gpgme starts the program gpg in any case",
  },
  {
    ...plain,
    path: "github.com/containers/image/v5/signature",
    goTag: "containers_image_openpgp",
    evidence:
      "v5.32.2: with the tag it is static without cgo, and runs; without the tag it needs libgpgme.so.11, and does not compile without cgo (undefined: gpgme.Context)",
  },
  {
    ...plain,
    path: "github.com/seccomp/libseccomp-golang",
    instead: "github.com/elastic/go-seccomp-bpf",
    needs: { debian: ["libseccomp-dev"], alpine: ["libseccomp-dev", "libseccomp-static"] },
    evidence:
      "v0.10.0 with libseccomp 2.5.4: static with Debian's libseccomp.a, and runs; without cgo no file is left. go-seccomp-bpf v1.5.0 builds without cgo",
  },
  {
    ...plain,
    path: "github.com/google/gousb",
    needs: { debian: ["libusb-1.0-0-dev", "pkg-config"], alpine: ["libusb-dev"] },
    evidence:
      "v1.1.3 with libusb 1.0.26: Debian's libusb-1.0.a needs libudev (udev_device_get_action), which has no static version; without cgo Milliamperes is undefined",
  },
  {
    ...plain,
    path: "github.com/zondax/hid",
    needs: { debian: [], alpine: ["linux-headers"] },
    evidence:
      "v0.9.2: static with glibc, and runs; Debian's musl-gcc lacks linux/types.h; without cgo Supported returns false and nothing else says so",
  },
  {
    ...plain,
    path: "github.com/karalabe/hid",
    needs: { debian: [], alpine: ["linux-headers"] },
    evidence:
      "v1.0.1-0.20240306101548-573246063e52: as github.com/zondax/hid, whose C code it is; Debian's musl-gcc lacks linux/magic.h",
  },
  {
    ...plain,
    path: "github.com/pebbe/zmq4",
    calls: ["nss"],
    instead: "github.com/go-zeromq/zmq4",
    needs: { debian: ["libzmq3-dev", "pkg-config"], alpine: ["zeromq-dev"] },
    evidence:
      "v1.2.11 with libzmq 4.3.4: ld warns of getaddrinfo, getgrgid and getpwuid in libzmq.a, which needs the C++ library that nobody names (std::nothrow). go-zeromq/zmq4 v0.17.0 builds without cgo",
  },
  {
    ...plain,
    path: "github.com/NVIDIA/go-nvml",
    calls: ["dlopen"],
    forGlibc: true,
    evidence:
      "v0.12.4-0: ld warns of dlopen in pkg/dl, which loads libnvidia-ml.so.1 of the driver; with musl dl_linux.go does not compile (RTLD_DEEPBIND)",
  },
  {
    ...plain,
    path: "github.com/yalue/onnxruntime_go",
    calls: ["dlopen"],
    evidence:
      "v1.13.0: ld warns of dlopen, by which it loads libonnxruntime.so; with musl the call always fails; without cgo no file is left",
  },
  {
    ...plain,
    path: "github.com/alexbrainman/odbc",
    calls: ["dlopen", "nss"],
    needs: { debian: ["unixodbc-dev"], alpine: ["unixodbc-dev"] },
    evidence:
      "v0.0.0-20250601004241-49e6b2bc0cf0 with unixODBC 2.3.11: the driver manager loads drivers by lt_dlopen, which a static link does not find; ld warns of getpwuid_r",
  },
  {
    ...plain,
    path: "github.com/bytecodealliance/wasmtime-go",
    calls: ["dlopen", "nss"],
    forGlibc: true,
    instead: "github.com/tetratelabs/wazero",
    evidence:
      "v25.0.0: ld warns of dlopen (profilers), getaddrinfo and getpwuid_r in libwasmtime.a, and the program runs; with musl gnu_get_libc_version and __res_init are undefined. wazero v1.8.2 builds without cgo",
  },
  {
    ...plain,
    path: "github.com/ebitengine/oto",
    calls: ["dlopen"],
    needs: { debian: ["libasound2-dev", "pkg-config"], alpine: ["alsa-lib-dev"] },
    evidence:
      "v3.3.1 with alsa-lib 1.2.8: Debian has no static libasound, which loads its plug-ins by dlopen; without cgo context is undefined",
  },
  {
    ...plain,
    path: "github.com/gen2brain/malgo",
    calls: ["dlopen"],
    evidence:
      "v0.11.23: ld warns of dlopen in ma_dlopen, by which miniaudio loads ALSA, PulseAudio and JACK; with musl the call always fails",
  },
  {
    ...plain,
    path: "libvirt.org/go/libvirt",
    instead: "github.com/digitalocean/go-libvirt",
    needs: { debian: ["libvirt-dev", "pkg-config"], alpine: ["libvirt-dev"] },
    evidence:
      "v1.10003.0 with libvirt 9.0.0: Debian has no static libvirt; with -tags libvirt_dlopen it is static and loads libvirt.so.0 by dlopen, which with musl always fails",
  },
  {
    ...plain,
    path: "github.com/h2non/bimg",
    needs: { debian: ["libvips-dev", "pkg-config"], alpine: ["vips-dev"] },
    evidence: "v1.1.4 with libvips 8.14.1: Debian has no static libvips; without cgo Gravity is undefined",
  },
  {
    ...plain,
    path: "github.com/godror/godror",
    calls: ["dlopen"],
    instead: "github.com/sijms/go-ora/v2",
    evidence:
      "v0.44.8: ld warns of dlopen in dpiOci__loadLibWithName, by which it loads libclntsh.so; with musl the call always fails; without cgo VersionInfo is undefined. go-ora v2.8.22 builds without cgo",
  },
  {
    ...plain,
    path: "github.com/libgit2/git2go",
    instead: "github.com/go-git/go-git/v5",
    needs: { debian: ["libgit2-dev", "pkg-config"], alpine: ["libgit2-dev"] },
    evidence:
      "v34.0.0 with libgit2 1.5.1: Debian's libgit2.a needs libz and others that only pkg-config --static names, and libssh2.a then libgssapi, which nothing names; without cgo RegisteredSmartTransport is undefined. go-git v5.12.0 builds without cgo",
  },
  {
    ...plain,
    path: "github.com/linxGnu/grocksdb",
    needs: { debian: ["librocksdb-dev"], alpine: ["rocksdb-dev"] },
    evidence:
      "v1.7.10 with rocksdb 7.8.3: Debian's librocksdb.a needs libbz2 and others, which #cgo LDFLAGS does not name; without cgo NewDefaultOptions is undefined",
  },
  {
    ...plain,
    path: "github.com/ceph/go-ceph",
    needs: { debian: ["librados-dev", "librbd-dev", "libcephfs-dev"], alpine: [] },
    evidence: "v0.15.0 with librados 16.2.15: Debian has no static librados; without cgo Version is undefined",
  },
  {
    ...plain,
    path: "github.com/veandco/go-sdl2",
    needs: { debian: ["libsdl2-dev"], alpine: ["sdl2-dev"] },
    evidence:
      "v0.4.40 with SDL 2.26.5: Debian's libSDL2.a needs libm and others, which #cgo LDFLAGS does not name; without cgo GetPlatform is undefined",
  },
  {
    ...plain,
    path: "github.com/webview/webview_go",
    needs: { debian: ["libwebkit2gtk-4.0-dev", "pkg-config"], alpine: [] },
    evidence:
      "v0.0.0-20240831120633-6173450d4dd6 with WebKitGTK 2.50.6: Debian has no static libwebkit2gtk-4.0; without cgo no file is left",
  },
  {
    ...plain,
    path: "rogchap.com/v8go",
    evidence:
      "v0.9.0: static with glibc, by the libv8.a that it brings; it is C++, and without cgo Version is undefined",
  },
  {
    ...plain,
    path: "github.com/wasmerio/wasmer-go",
    instead: "github.com/tetratelabs/wazero",
    evidence:
      "v1.0.4: it brings libwasmer.so and no static library; without cgo NewEngine is undefined. wazero v1.8.2 builds without cgo",
  },
  {
    ...plain,
    path: "github.com/mutecomm/go-sqlcipher",
    calls: ["dlopen"],
    quietTag: "sqlite_omit_load_extension",
    evidence:
      "v4.4.2: ld warns of dlopen in unixDlOpen; with the tag it does not, and with glibc and musl the file is static; without cgo ErrAbort is undefined",
  },
  {
    ...plain,
    path: "github.com/marcboeker/go-duckdb",
    calls: ["nss", "dlopen"],
    forGlibc: true,
    evidence:
      "v1.8.3: ld warns of dlopen, getaddrinfo and getpwuid in libduckdb.a, which asks for __vsnprintf_chk, and musl has none; without cgo conn is undefined",
  },
];
