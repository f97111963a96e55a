import fc from "fast-check";

// The same inputs in each run, so that a pull request fails for what it changed. `npm run test:full` takes other ones each time.
if (process.env.FULL !== "true") {
  fc.configureGlobal({ seed: 20_261_127 });
}
