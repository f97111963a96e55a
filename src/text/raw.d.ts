/** A file as text: the bundle holds it, vitest and bench/raw.ts read it. */
declare module "*?raw" {
  const text: string;
  export { text as default };
}
