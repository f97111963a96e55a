import { n as readOwnLeg, r as readPlanFile, t as digestOf } from "./plan-file.js";

export { readOwnLeg };