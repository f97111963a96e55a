import { createInterface } from "node:readline";

/**
 * Asks a person at a terminal for yes or no; whatever else is answered, and an input that has ended, is no. `show` writes to that
 * terminal. null where stdin is not one. Throws the reason of the signal when it is aborted.
 */
export function makeQuestion(
  signal: AbortSignal,
  show: (text: string) => void,
): ((text: string) => Promise<boolean>) | null {
  const { stdin } = process;
  if (!stdin.isTTY) return null;
  return (text) =>
    new Promise((resolve, reject) => {
      // Not as a terminal: Ctrl-C stays a signal.
      const reader = createInterface({ input: stdin, terminal: false });
      const end = (): void => {
        reject(signal.reason as Error);
        reader.close();
      };
      show(text);
      signal.addEventListener("abort", end, { once: true });
      reader.once("line", (line) => {
        resolve(/^\s*y(?:es)?\s*$/i.test(line));
        reader.close();
      });
      reader.once("close", () => {
        signal.removeEventListener("abort", end);
        resolve(false);
      });
    });
}
