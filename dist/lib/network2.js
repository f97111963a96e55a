import { n as parseRetryAfter, t as makeNetwork } from "./network.js";

export { makeNetwork };