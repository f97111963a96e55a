import symbolText from "./data/glibc-symbols.tsv?raw";
import { rowsOf } from "./table.ts";

/** A symbol of glibc that not every system has in libc.so.6. */
type GlibcSymbol = {
  /** The library that has it before glibc 2.34; null: libc.so.6 or libm.so.6 always. */
  readonly before: string | null;
  /** The first release that has it; null: all since 2.17. */
  readonly since: string | null;
};

let symbols: ReadonlyMap<string, GlibcSymbol> | undefined;

/** undefined for what is neither new nor was moved (amd64; measured, scripts/systems/glibc-symbols.tsv). */
export function findGlibcSymbol(name: string): GlibcSymbol | undefined {
  symbols ??= new Map(
    rowsOf(symbolText).flatMap((row) => {
      const symbol = { before: row("before"), since: row("since") };
      return (row("symbols") ?? "").split(" ").map((each) => [each, symbol] as const);
    }),
  );
  return symbols.get(name);
}
