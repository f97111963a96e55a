import type { RequestFailed } from "../errors.ts";

/** Why there is no comment, and what to do about it, in one sentence. */
export function describeTrouble({ message, status }: RequestFailed): string {
  const remedy = remedyFor(status, message);
  return `none is written: ${message}${remedy === null ? "" : `; ${remedy}`}; the report is in the job summary`;
}

function remedyFor(status: number | null, message: string): string | null {
  if (/\brate limit\b/i.test(message)) return null;
  if (status === 401) return "the input token is not valid";
  if (status === 403 && /\block(?:ed)?\b|\barchived\b/i.test(message)) return null;
  if (status === 403 || status === 404) return "give the job permissions: pull-requests: write";
  return null;
}
