/**
 * Ends what we have started when this process is killed and cannot do it itself (SIGKILL, out of memory): compilers lead process groups of
 * their own, and would go on. A shell holds the other end of a pipe, which the system closes with the last of us.
 */
import { type ChildProcess, spawn } from "node:child_process";

/**
 * Its input is a line `+ GROUP` for each process group that begins and `- GROUP` for each that has ended. Where the input ends, whoever wrote
 * it is gone, and the groups that are left are ended: first politely (go removes its work folder), then not. A string and no file of its
 * own, because plain Node.js loads this module too, in tests and benchmarks.
 */
const script = `
trap '' INT TERM HUP PIPE
groups=
while read -r sign group; do
  case $sign in
    +) groups="$groups $group" ;;
    -)
      kept=
      for each in $groups; do
        [ "$each" = "$group" ] || kept="$kept $each"
      done
      groups=$kept
      ;;
  esac
done
[ -n "$groups" ] || exit 0
for each in $groups; do kill -s INT -- "-$each" 2>/dev/null; done
sleep 1
for each in $groups; do kill -s KILL -- "-$each" 2>/dev/null; done
`;

let shell: ChildProcess | undefined;
/** Nobody can watch: there is no shell, or it could not be started. */
let isHopeless = process.platform === "win32";

/** Watches over a process group from now on; the function returned ends that. Without a shell nobody does, which is no failure. */
export function watchGroup(pid: number | undefined): () => void {
  if (pid === undefined || isHopeless) return () => undefined;
  tell(`+ ${pid}`);
  return () => {
    tell(`- ${pid}`);
  };
}

function tell(line: string): void {
  if (isHopeless) return;
  try {
    shell ??= begin();
    shell.stdin?.write(`${line}\n`);
  } catch {
    // Without file descriptors, for one.
    isHopeless = true;
  }
}

/** Detached: what ends this process's group, such as Ctrl-C, must not end it. It keeps no process waiting. */
function begin(): ChildProcess {
  const giveUp = (): void => {
    isHopeless = true;
  };
  const child = spawn("/bin/sh", ["-c", script], {
    cwd: "/",
    env: { PATH: "/usr/bin:/bin" },
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  child.on("error", giveUp).on("exit", giveUp);
  child.stdin.on("error", giveUp);
  child.unref();
  (child.stdin as typeof child.stdin & { unref?: () => void }).unref?.();
  return child;
}
