// Bindings has C code of its own: it is linked externally, so -extldflags=-static works, and CGO_ENABLED=0 cannot build it.
package main

// static int answer(void) { return 42; }
import "C"

func main() { println(C.answer()) }
