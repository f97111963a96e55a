// Bindings-resolver has C code of its own and imports net. Remove the import "C", and -extldflags=-static silently stops
// working: that is how the article that started this project begins.
package main

// static int answer(void) { return 42; }
import "C"

import _ "net"

func main() { println(C.answer()) }
