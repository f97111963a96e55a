import { n as makeWork, t as cannotStart } from "./work.js";

export { makeWork };