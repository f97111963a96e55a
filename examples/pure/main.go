// Pure imports nothing: static under every strategy, until somebody asks for -buildmode=pie.
package main

func main() { println("pure") }
