// src/text/english.ts
/** English for lists of names, shared by all stages that write sentences. */
/** `a`, `a and b`, `a, b and c`; more than four are counted. */
function listed(names) {
	const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
	const last = shown.at(-1) ?? "";
	return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${last}` : last;
}
function verb(names) {
	return names.length > 1 ? "use" : "uses";
}
/** `app is dynamic` for a message that begins with a verb, `app: the linker finds no libfoo` for one that is a sentence of its own. */
function about(subject, message) {
	if (subject === "") return message;
	return `${subject}${/^(?:is|was|does|has|needs|requires|loads|cannot|no longer)\b/.test(message) ? " " : ": "}${message}`;
}
/** A heading inside a sentence; an abbreviation stays as it is. */
function lowerFirst(text) {
	return /^[A-Z](?:[a-z]| )/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
/** `1 build`, `1,200 builds` */
function plural(count, noun) {
	return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}

export { verb as a, plural as i, listed as n, lowerFirst as r, about as t };