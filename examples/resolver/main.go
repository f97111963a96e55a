// Resolver imports net, which asks the C library for addresses: it is dynamic by default, and -extldflags=-static changes
// nothing, because Go's internal linker links net by itself and does not read it.
package main

import _ "net"

func main() { println("resolver") }
