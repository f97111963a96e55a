/** The name of the release build; `release/ID` where a program has several. No strategy of the config file has such a name. */
export const releaseStrategyName = "release";

export function isReleaseStrategy(name: string): boolean {
  return name === releaseStrategyName || name.startsWith(`${releaseStrategyName}/`);
}
