// Plugins opens plugins: it links statically, but then calls dlopen in a static binary; without cgo plugin.Open only fails.
package main

import "plugin"

func main() {
	if _, err := plugin.Open("none.so"); err != nil {
		println(err.Error())
	}
}
