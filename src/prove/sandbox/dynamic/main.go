// Command dynamic is a dynamic program, made by any Go, with no C compiler and for every platform. Its loader is named with -ldflags=-I.
package main

//go:cgo_import_dynamic _ _ "libc.so.6"

func main() {}
