/**
 * The contracts behind the names that Windows itself resolves to one of its libraries ("API sets"); no file has to be there. Those of
 * the import libraries of mingw-w64 11 and 13, without "api-ms-win-" and the level at the end. A name that no Windows knows is a file.
 */
const contracts: ReadonlySet<string> = new Set(
  `
  appmodel-runtime core-apiquery core-atoms core-backgroundtask core-calendar core-com core-com-midlproxystub core-comm
  core-console core-datetime core-debug core-debug-minidump core-delayload core-enclave core-errorhandling core-featurestaging
  core-fibers core-file core-file-ansi core-file-fromapp core-firmware core-handle core-heap core-heap-obsolete core-interlocked
  core-io core-job core-kernel32-legacy core-kernel32-legacy-ansi core-largeinteger core-libraryloader core-localization
  core-localization-ansi core-localization-obsolete core-memory core-namedpipe core-namedpipe-ansi core-namespace
  core-namespace-ansi core-normalization core-path core-perfcounters core-privateprofile core-processenvironment
  core-processenvironment-ansi core-processsnapshot core-processthreads core-processtopology core-processtopology-obsolete
  core-profile core-psapi core-psapi-ansi core-psm-appnotify core-quirks core-realtime core-registry core-rtlsupport
  core-shutdown core-shutdown-ansi core-sidebyside core-sidebyside-ansi core-slapi core-state-helpers core-string
  core-string-obsolete core-stringansi core-synch core-synch-ansi core-sysinfo core-systemtopology core-threadpool
  core-threadpool-legacy core-timezone core-toolhelp core-url core-util core-version core-versionansi core-windowsceip
  core-windowserrorreporting core-winrt core-winrt-error core-winrt-registration core-winrt-robuffer
  core-winrt-roparameterizediid core-winrt-string core-wow64 core-xstate crt-conio crt-convert crt-environment crt-filesystem
  crt-heap crt-locale crt-math crt-multibyte crt-private crt-process crt-runtime crt-stdio crt-string crt-time crt-utility
  devices-config devices-query devices-swdevice downlevel-advapi32 downlevel-normaliz downlevel-ole32 downlevel-shell32
  downlevel-shlwapi downlevel-user32 downlevel-version eventing-classicprovider eventing-consumer eventing-controller
  eventing-legacy eventing-obsolete eventing-provider eventing-tdh eventlog-legacy gaming-deviceinformation
  gaming-expandedresources gaming-tcui mm-time net-isolation ntuser-sysparams oobe-notification perf-legacy power-base
  power-limitsmanagement power-setting ro-typeresolution security-appcontainer security-base security-base-ansi security-cpwl
  security-credentials security-cryptoapi security-isolatedcontainer security-lsalookup security-lsalookup-ansi
  security-lsapolicy security-provider security-provider-ansi security-sddl security-sddl-ansi security-systemfunctions
  service-core service-core-ansi service-management service-winsvc shcore-obsolete shcore-path shcore-registry shcore-scaling
  shcore-stream shcore-stream-winrt shcore-sysinfo shcore-unicodeansi shell-shdirectory`
    .trim()
    .split(/\s+/),
);

/** Extensions: that of windows, which every Windows with a desktop has. */
const extensions: ReadonlySet<string> = new Set(["ntuser-window", "ntuser-message", "ntuser-mouse", "ntuser-keyboard"]);

const apiSet = /^(api|ext)-ms-win-([a-z0-9-]+?)-l\d{1,2}-\d{1,2}-\d{1,2}\.dll$/;

/** `file`: in lower case, with its ending. */
export function isApiSet(file: string): boolean {
  const [, kind, contract = ""] = apiSet.exec(file) ?? [];
  return (kind === "ext" ? extensions : contracts).has(contract);
}
