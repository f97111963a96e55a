/** The variables that the go command and C compilers heed, but for folders of theirs. */
export const buildVariable =
  /^(?:GOFLAGS|GOENV|GOWORK|CC|CXX|FC|AR|PKG_CONFIG\w*|CGO_\w+|LIBRARY_PATH|CPATH|C_INCLUDE_PATH|CPLUS_INCLUDE_PATH)$/;
