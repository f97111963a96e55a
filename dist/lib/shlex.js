// node_modules/shlex/shlex.js
var Shlexer = class {
	constructor(string) {
		this.i = 0;
		this.string = string;
		/**
		* Characters that will be considered whitespace and skipped. Whitespace
		* bounds tokens. By default, includes space, tab, linefeed and carriage
		* return.
		*/
		this.whitespace = " 	\r\n";
		/**
		* Characters that will be considered string quotes. The token accumulates
		* until the same quote is encountered again (thus, different quote types
		* protect each other as in the shell.) By default, includes ASCII single
		* and double quotes.
		*/
		this.quotes = `'"`;
		/**
		* Characters that will be considered as escape. Just `\` by default.
		*/
		this.escapes = "\\";
		/**
		* The subset of quote types that allow escaped characters. Just `"` by default.
		*/
		this.escapedQuotes = "\"";
		/**
		* Whether to support ANSI C-style $'' quotes
		* https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html
		*/
		this.ansiCQuotes = true;
		/**
		* Whether to support localized $"" quotes
		* https://www.gnu.org/software/bash/manual/html_node/Locale-Translation.html
		*
		* The behavior is as if the current locale is set to C or POSIX, i.e., the
		* contents are not translated.
		*/
		this.localeQuotes = true;
		this.debug = false;
	}
	readChar() {
		return this.string.charAt(this.i++);
	}
	processEscapes(string, quote, isAnsiCQuote) {
		if (!isAnsiCQuote && !this.escapedQuotes.includes(quote)) return string;
		const anyEscape = "[" + this.escapes.replace(/(.)/g, "\\$1") + "]";
		if (!isAnsiCQuote && this.escapedQuotes.includes(quote)) {
			const re = new RegExp(anyEscape + "(" + anyEscape + "|\\" + quote + ")", "g");
			return string.replace(re, "$1");
		}
		if (isAnsiCQuote) {
			const patterns = {
				"([\\\\'\"?])": (x) => x,
				"a": () => "\x07",
				"b": () => "\b",
				"e|E": () => "\x1B",
				"f": () => "\f",
				"n": () => "\n",
				"r": () => "\r",
				"t": () => "	",
				"v": () => "\v",
				"([0-7]{1,3})": (x) => String.fromCharCode(parseInt(x, 8)),
				"x([0-9a-fA-F]{1,2})": (x) => String.fromCharCode(parseInt(x, 16)),
				"u([0-9a-fA-F]{1,4})": (x) => String.fromCharCode(parseInt(x, 16)),
				"U([0-9a-fA-F]{1,8})": (x) => String.fromCharCode(parseInt(x, 16)),
				"c(.)": (x) => {
					if (x === "?") return "";
					else if (x === "@") return "\0";
					else return String.fromCharCode(x.charCodeAt(0) & 31);
				}
			};
			const re = new RegExp(anyEscape + "(" + Object.keys(patterns).join("|") + ")", "g");
			return string.replace(re, function(m, p1) {
				for (const matched in patterns) {
					const mm = new RegExp("^" + matched + "$").exec(p1);
					if (mm === null) continue;
					return patterns[matched].apply(null, mm.slice(1));
				}
			});
		}
	}
	*[Symbol.iterator]() {
		let inQuote = false;
		let inDollarQuote = false;
		let escaped = false;
		let lastDollar = -2;
		let token;
		if (this.debug) console.log("full input:", ">" + this.string + "<");
		while (true) {
			const pos = this.i;
			const char = this.readChar();
			if (this.debug) console.log("position:", pos, "input:", ">" + char + "<", "accumulated:", token, "inQuote:", inQuote, "inDollarQuote:", inDollarQuote, "lastDollar:", lastDollar, "escaped:", escaped);
			if (char === "") {
				if (inQuote) throw new Error("Got EOF while in a quoted string");
				if (escaped) throw new Error("Got EOF while in an escape sequence");
				if (token !== void 0) yield token;
				return;
			}
			if (escaped) {
				if (char === "\n") {} else if (inQuote) token = (token || "") + escaped + char;
				else token = (token || "") + char;
				escaped = false;
				continue;
			}
			if (this.escapes.includes(char)) {
				if (!inQuote || inDollarQuote !== false || this.escapedQuotes.includes(inQuote)) {
					escaped = char;
					continue;
				}
			}
			if (inQuote !== false) {
				if (char === inQuote) {
					token = this.processEscapes(token, inQuote, inDollarQuote === "'");
					inQuote = false;
					inDollarQuote = false;
					continue;
				}
				token = (token || "") + char;
				continue;
			}
			if (this.quotes.includes(char)) {
				inQuote = char;
				if (lastDollar === pos - 1) {
					if (char === "'" && !this.ansiCQuotes) {} else if (char === "\"" && !this.localeQuotes) {} else inDollarQuote = char;
				}
				token = token || "";
				if (inDollarQuote !== false) token = token.slice(0, -1);
				continue;
			}
			if (inQuote === false && char === "$") lastDollar = pos;
			if (this.whitespace.includes(char)) {
				if (token !== void 0) yield token;
				token = void 0;
				continue;
			}
			token = (token || "") + char;
		}
	}
};
/**
* Splits a given string using shell-like syntax. This function is the inverse
* of shlex.join().
*
* @param {String} s String to split.
* @returns {String[]}
*/
function split(s) {
	return Array.from(new Shlexer(s));
}
/**
* Escapes a potentially shell-unsafe string using quotes.
*
* @param {String} s String to quote
* @returns {String}
*/
function quote(s) {
	if (s === "") return "''";
	if (!/[^\w@%\-+=:,./]/.test(s)) return s;
	return ("'" + s.replace(/('+)/g, "'\"$1\"'") + "'").replace(/^''|''$/g, "");
}

export { split as n, quote as t };