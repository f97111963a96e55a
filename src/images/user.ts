/** Who the entrypoint runs as. */
export type User = { readonly uid: number; readonly gid: number; readonly groups: readonly number[] };

/** What of a file or folder decides who may use it. */
export type Owned = { readonly mode: number; readonly uid: number; readonly gid: number };

/** The texts of /etc/passwd and /etc/group; null where the image has none. */
export type Accounts = { readonly passwd: string | null; readonly group: string | null };

const number = /^\d{1,10}$/;
const largestId = 2 ** 31 - 1;

/**
 * `User` of an image's configuration → who that is, by the image's own accounts; in words why nobody is. `name`, `uid`, `name:group`, with
 * numbers or names; empty is root (OCI image specification, "User"). What is a number is never looked up as a name, as in runc.
 */
export function findUser(user: string, accounts: Accounts): User | string {
  const [who = "", ofGroup = ""] = user.split(":", 2);
  const known = readLines(accounts.passwd).find(isAccount(who || "0"));
  const uid = number.test(who || "0") ? idOf(who || "0") : idOf(known?.[2] ?? "");
  if (uid === null) return `the user "${who}" is unknown: ${missingFrom("/etc/passwd", accounts.passwd)}`;
  const groups = readLines(accounts.group);
  if (ofGroup === "") return { uid, ...groupsOf(known ?? [], groups) };
  // A group that is named stands alone.
  const gid = number.test(ofGroup) ? idOf(ofGroup) : idOf(groups.find(([each]) => each === ofGroup)?.[2] ?? "");
  if (gid === null) return `the group "${ofGroup}" is unknown: ${missingFrom("/etc/group", accounts.group)}`;
  return { uid, gid, groups: [] };
}

/** Its own group, and those that list it. */
function groupsOf(
  [name = "", , , gid = ""]: readonly string[],
  groups: readonly (readonly string[])[],
): Omit<User, "uid"> {
  const others = groups.filter((each) => isMember(each, name)).flatMap((each) => idOf(each[2] ?? "") ?? []);
  return { gid: idOf(gid) ?? 0, groups: others };
}

function isAccount(who: string): (account: readonly string[]) => boolean {
  return number.test(who) ? ([, , uid = ""]) => idOf(uid) === idOf(who) : ([name]) => name === who;
}

function missingFrom(path: string, text: string | null): string {
  return text === null ? `the image has no ${path}` : `${path} of the image does not have it`;
}

function isMember([, , , members = ""]: readonly string[], name: string): boolean {
  return name !== "" && members.split(",").includes(name);
}

function readLines(text: string | null): readonly (readonly string[])[] {
  return (text ?? "").split("\n").map((line) => line.trim().split(":"));
}

function idOf(text: string): number | null {
  const id = number.test(text) ? Number(text) : null;
  return id === null || id > largestId ? null : id;
}

const bits = { read: 4, execute: 1 } as const;

/** Whether the user may do that, as Linux decides it; root may read anything, and run what anybody may run. */
export function may(user: User, what: keyof typeof bits, { mode, uid, gid }: Owned): boolean {
  const bit = bits[what];
  if (user.uid === 0) return what === "read" || (mode & 0o111) !== 0;
  if (user.uid === uid) return (mode & (bit << 6)) !== 0;
  if (user.gid === gid || user.groups.includes(gid)) return (mode & (bit << 3)) !== 0;
  return (mode & bit) !== 0;
}

/** Whether the user may go through a folder: root may go through all. */
export function mayEnter(user: User, folder: Owned): boolean {
  return user.uid === 0 || may(user, "execute", folder);
}
