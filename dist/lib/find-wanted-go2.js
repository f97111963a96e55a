import { t as findWantedGo } from "./find-wanted-go.js";

export { findWantedGo };