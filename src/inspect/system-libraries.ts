import { isApiSet } from "./windows-api-sets.ts";

/**
 * Systems on which Go must go through the system's own libraries: "static" is not to be had there, so a program is
 * judged by whether it asks for more than every installation has. The sets are what Go's runtime and standard library
 * import and link on that system (the cgo_import_dynamic and #cgo LDFLAGS lines of Go 1.26).
 */
type System = {
  readonly interpreters: readonly string[];
  readonly machine?: string;
  readonly libraries: readonly string[];
};

const systems: readonly System[] = [
  { interpreters: ["/usr/libexec/ld.so"], libraries: ["libc", "libpthread"] },
  {
    // illumos has the same. Only with the machine: on mips, Linux has an ld.so.1 as well.
    interpreters: ["/lib/amd64/ld.so.1", "/usr/lib/amd64/ld.so.1", "/lib/64/ld.so.1", "/usr/lib/64/ld.so.1"],
    machine: "amd64",
    libraries: ["libc", "libnsl", "libpthread", "libresolv", "libsendfile", "libsocket", "libxnet"],
  },
  {
    interpreters: ["/system/bin/linker64", "/system/bin/linker"],
    libraries: ["libc", "libdl", "liblog", "libm"],
  },
];

/** The libraries that the system of this interpreter promises, without their ".so"; undefined when it is no such system. */
export function findSystemLibraries(interpreter: string, machine: string): readonly string[] | undefined {
  return systems.find(
    (system) =>
      system.interpreters.includes(interpreter) && (system.machine === undefined || system.machine === machine),
  )?.libraries;
}

/** Go asks for "libc.so"; a host linker writes the version that it found: "libc.so.1", on OpenBSD "libc.so.97.1". */
export function isSystemLibrary(libraries: readonly string[], needed: string): boolean {
  const name = /^([a-z]+)\.so(?:\.\d+)*$/.exec(needed)?.[1];
  return name !== undefined && libraries.includes(name);
}

/**
 * In System32 of every Windows 10, Server 2016 and later, Server Core too, where no feature has to be turned on for it
 * and nobody can take it away. Nano Server has fewer, mostly no windows and no sound; what asks for those is of no use
 * there anyway. msvcrt and ucrtbase are part of Windows since 95 and since 10; vcruntime140, msvcp140 and what MinGW
 * brings (libgcc_s_*, libstdc++-6, libwinpthread-1) are not: they have to be installed or shipped.
 */
const windowsLibraries: ReadonlySet<string> = new Set(
  `advapi32 authz avrt bcrypt bcryptprimitives cabinet cfgmgr32 clbcatq combase comctl32 comdlg32 crypt32 cryptbase
  cryptsp cryptui credui dbgcore dbghelp devobj dhcpcsvc dhcpcsvc6 dnsapi dpapi dwmapi esent fltlib fwpuclnt gdi32
  gdi32full hid httpapi imagehlp imm32 iphlpapi kernel32 kernelbase ktmw32 logoncli lz32 mpr msasn1 msi msimg32 msvcrt
  mswsock ncrypt netapi32 netutils normaliz nsi ntdll ntdsapi odbc32 ole32 oleacc oleaut32 pdh powrprof profapi propsys
  psapi rpcrt4 rstrtmgr samcli sechost secur32 sensapi setupapi shcore shell32 shfolder shlwapi srvcli sspicli tdh
  ucrtbase urlmon user32 userenv usp10 uxtheme version wevtapi win32u windowscodecs winhttp wininet winmm winscard
  wintrust wkscli wldap32 wldp ws2_32 wsock32 wtsapi32 xmllite`.split(/\s+/),
);

/** Windows takes names in any case, and adds ".dll" to one without an ending. A path is never the system's. */
export function isWindowsLibrary(name: string): boolean {
  const lower = name.toLowerCase();
  const file = lower.includes(".") ? lower : `${lower}.dll`;
  return windowsLibraries.has(file.replace(/\.dll$/, "")) || isApiSet(file);
}

/**
 * Of AIX's base (fileset bos.rte.*): what Go's runtime and standard library import, and what gcc adds to a cgo program
 * there without being told. libgcc_s.a and libstdc++.a come with a compiler or from the AIX Toolbox.
 */
const aixLibraries: ReadonlySet<string> = new Set(["libc.a", "libpthread.a", "libpthreads.a", "libm.a"]);
const aixFolders: ReadonlySet<string> = new Set(["", "/lib", "/usr/lib"]);

/** The folder and file of an import file ID. */
export function isAixLibrary(folder: string, file: string): boolean {
  return aixFolders.has(folder) && aixLibraries.has(file);
}
