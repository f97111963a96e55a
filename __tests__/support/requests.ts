import type { CheckRequest, JudgedRequest, Request } from "../../src/model/request.ts";

/** A request that judges programs. Throws for one that splits or merges runs. */
export function judged(request: Request): JudgedRequest {
  if (request.mode === "plan" || request.mode === "merge") throw new Error(`${request.mode} judges no programs`);
  return request;
}

/** Throws for any other mode than check and explain. */
export function checkOf(request: Request): CheckRequest {
  const found = judged(request);
  if (found.mode === "inspect") throw new Error("inspect builds nothing");
  return found;
}
