import { testNotFound } from "./support/finding-rows.ts";

// Where each kind of finding is not: the build nearest to the one that has it.

testNotFound();
