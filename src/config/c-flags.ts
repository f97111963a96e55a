/**
 * Options of C compilers and linkers that start a program, load code into one, or write a file that the caller names. From the
 * manuals of gcc 14 ("Option Summary"), clang 19 and GNU ld 2.43; cmd/go/internal/work/security.go leaves the same ones out.
 */
const compilerOptions: readonly RegExp[] = [
  /^@/,
  /^--?B/,
  /^--prefix\b/,
  /^-?-?wrapper\b/,
  /^--?specs\b/,
  /^-fplugin/,
  /^-fpass-plugin/,
  /^-iplugindir/,
  /^-load/,
  /^--?load-pass-plugin/,
  /^-Xclang/,
  /^-mllvm/,
  /^-cc1/,
  /^-ccc-/,
  /^--config/,
  /^--driver-mode/,
  /^--gcc-/,
  /^-gcc-toolchain/,
  /^-resource-dir/,
  /^--?ld-path/,
  /^-fuse-ld(?!=(?:bfd|gold|lld|mold|ld)$)/,
  /^-foffload/,
  /^-o/,
  /^--output/,
  /^-save-temps|^--save-temps/,
  /^-dump/,
  /^-fdump-/,
  /^-aux-info/,
  /^-M(?:F|J|D|MD)/,
  /^-serialize-diagnostics/,
  /^-fprofile-|^-fauto-profile|^-fcallgraph-info|^-ftime-trace|^-fcrash-diagnostics/,
];

/** As words of their own behind -Wl, or -Xlinker; most may have one dash or two. */
const linkerOptions: readonly RegExp[] = [
  /^@/,
  /^--?plugin/,
  /^--?load-pass-plugin/,
  /^-lto_library/,
  /^--?mllvm/,
  /^--?Map/,
  /^--?dependency-file/,
  /^--?out-implib/,
  /^--?reproduce/,
  /^--?time-trace/,
  /^--?(?:output|lto-obj-path|lto-sample-profile|thinlto-\w+|dump-\w+)/,
  /^-o/,
  /^-f(?!ini)|^--?(?:auxiliary|filter)\b/,
];

/** The first of the words that starts a program, loads code into one or writes a file that it names; undefined: none does. */
export function programStartingFlag(words: readonly string[]): string | undefined {
  return words.find((word, at) => {
    const passed = /^-W[lap],(.*)$/s.exec(word)?.[1]?.split(",");
    const isPassed = /^-X(?:linker|assembler|preprocessor)$/.test(words[at - 1] ?? "");
    const isLinkers = linkerOptions.some((option) =>
      (passed ?? (isPassed ? [word] : [])).some((each) => option.test(each)),
    );
    return isLinkers || (passed === undefined && compilerOptions.some((option) => option.test(word)));
  });
}
