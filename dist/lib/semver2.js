import { t as require_semver } from "./semver.js";

export default require_semver();

export {  };