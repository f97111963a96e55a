import type { RunnerLabel } from "../model/leg-plan.ts";

/**
 * The runner that is native for a GOOS/GOARCH: labels of GitHub's own runners for public repositories
 * (docs.github.com, "Choosing the runner for a job"). A config file can name others.
 */
export const defaultRunners: Readonly<Record<string, RunnerLabel>> = {
  "linux/amd64": "ubuntu-24.04",
  "linux/arm64": "ubuntu-24.04-arm",
  "darwin/amd64": "macos-15-intel",
  "darwin/arm64": "macos-15",
  "windows/amd64": "windows-2025",
  "windows/arm64": "windows-11-arm",
};
