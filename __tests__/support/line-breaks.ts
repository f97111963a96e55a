/** What ends a line somewhere, or makes a terminal write over it: of text, of a log, of Unicode, of ANSI. */
export const lineBreaks = [
  "\n",
  "\r",
  "\r\n",
  "\u000b",
  "\u000c",
  "\u0085",
  "\u2028",
  "\u2029",
  "\u001b[2K\r",
  "\u001b[2K\u001b[1G",
  "\u009b1A",
  "\u202e",
];
