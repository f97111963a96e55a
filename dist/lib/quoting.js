import { s as toError, t as ConfigError } from "./errors.js";

// src/go/quoting.ts
/**
* The Go tool's own quoting of flag values (cmd/internal/quoted, go1.26): words are separated by white space, a word that
* *starts* with ' or " runs to the same quote, and there are no escapes. It is not the shell's quoting.
*/
const space = /[ \t\n\r]/;
/** Splits as `-ldflags` and `-extldflags` values are split. Throws Error with Go's own words for an open quote. */
function splitQuoted(text) {
	const words = [];
	let at = 0;
	while (at < text.length) {
		const first = text.charAt(at);
		if (space.test(first)) {
			at++;
			continue;
		}
		if (first === "'" || first === "\"") {
			const end = text.indexOf(first, at + 1);
			if (end < 0) throw new Error(`unterminated ${first} string`);
			words.push(text.slice(at + 1, end));
			at = end + 1;
			continue;
		}
		let end = at;
		while (end < text.length && !space.test(text.charAt(end))) end++;
		words.push(text.slice(at, end));
		at = end;
	}
	return words;
}
/**
* The inverse of splitQuoted. A word `-name=a b` becomes `-name 'a b'`, because a value that begins with a quote would be
* taken for a package pattern by `go build` ("parameter may not start with quote character").
* Throws Error for a word that needs quoting and holds both kinds of quotes: Go has no way to write it.
*/
function joinQuoted(words) {
	return words.flatMap(quote).join(" ");
}
function quote(word) {
	if (word !== "" && !space.test(word) && !/^['"]/.test(word)) return [word];
	const flag = /^(--?[a-zA-Z]+)=(.*)$/s.exec(word);
	if (flag !== null) return [flag[1] ?? "", ...quoteWhole(flag[2] ?? "")];
	return quoteWhole(word);
}
function quoteWhole(word) {
	if (!word.includes("'")) return [`'${word}'`];
	if (!word.includes("\"")) return [`"${word}"`];
	throw new Error(`Go cannot quote a word with spaces and both kinds of quotes: ${word}`);
}
/** The words of CC, as the go command reads them. Throws ConfigError for an open quote. */
function splitCC(command) {
	try {
		return splitQuoted(command);
	} catch (thrown) {
		throw new ConfigError(`CC: "${command}": ${toError(thrown).message}`);
	}
}

export { splitCC as n, splitQuoted as r, joinQuoted as t };