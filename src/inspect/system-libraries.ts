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
