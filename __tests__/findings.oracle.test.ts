import { isSlow, testFound, testNotFound } from "./support/finding-rows.ts";

// The slow kinds of findings, and where each kind is not: the build nearest to the one that has it.

testFound(isSlow);
testNotFound();
