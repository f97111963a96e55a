import { expect, it } from "vitest";
import { parseWorkerOutput } from "../../src/ports/actions-cache.ts";

// What @actions/cache 6.3 writes to its output, and the worker's own last line.

it.each([
  {
    name: "a hit",
    stdout: '::debug::x\nCache Size: ~0 MB (230 B)\nCache restored\n\n{"kind":"restored","matchedKey":"k"}\n',
    trouble: null,
    answers: true,
    bytes: 230,
  },
  { name: "a miss", stdout: '\n{"kind":"restored","matchedKey":null}\n', trouble: null, answers: true, bytes: null },
  {
    name: "a service that is down",
    stdout: '::warning::Failed to restore: ECONNREFUSED%0AIf you are\n\n{"kind":"restored","matchedKey":null}\n',
    trouble: "Failed to restore: ECONNREFUSED",
    answers: false,
    bytes: null,
  },
  {
    name: "an error of the server",
    stdout: '::error::Failed to restore: 503\n\n{"kind":"restored","matchedKey":null}\n',
    trouble: "Failed to restore: 503",
    answers: false,
    bytes: null,
  },
  {
    name: "an archive that is none",
    stdout:
      '::warning::Failed to restore: "/usr/bin/tar" failed with error: exit code 2\n\n{"kind":"restored","matchedKey":null}\n',
    trouble: 'Failed to restore: "/usr/bin/tar" failed with error: exit code 2',
    answers: true,
    bytes: null,
  },
  {
    name: "the tar of Alpine",
    stdout: '::warning::Failed to save: "/bin/tar" failed with error: exit code 1\n\n{"kind":"not-saved"}\n',
    stderr: "tar: unrecognized option: posix\nBusyBox v1.36.1 multi-call binary.\n",
    trouble: "the tar of BusyBox cannot do it: install GNU tar",
    answers: true,
    bytes: null,
  },
  {
    name: "an address with a signature",
    stdout: '\n{"kind":"failed","message":"GET https://blob.example/a?sig=secret&x=1 failed"}\n',
    trouble: "GET https://blob.example/a?… failed",
    answers: false,
    bytes: null,
  },
  {
    name: "a worker that crashed",
    stdout: "",
    stderr: "a\nTypeError: x\n",
    trouble: "TypeError: x",
    answers: false,
    bytes: null,
  },
  { name: "a size", stdout: '::debug::File Size: 77\n\n{"kind":"saved"}\n', trouble: null, answers: true, bytes: 77 },
])("understands $name", ({ stdout, stderr = "", trouble, answers, bytes }) => {
  expect(parseWorkerOutput(stdout, stderr)).toMatchObject({ trouble, answers, archiveBytes: bytes });
});
