// Users imports os/user, which asks the C library for accounts: -tags netgo alone does not make it static, osusergo does.
package main

import _ "os/user"

func main() { println("users") }
