package main

import (
	"runtime"
	"strings"
	"syscall"
	"unsafe"
)

// include/uapi/linux/landlock.h
const (
	landlockCreateRulesetVersion = 1
	landlockRulePathBeneath      = 1

	accessExecute  = 1 << 0
	accessReadFile = 1 << 2
)

// Rights on files by version of Landlock's ABI; later versions have what the last of these has.
var accessByABI = []uint64{0, 1<<13 - 1, 1<<14 - 1, 1<<15 - 1, 1<<15 - 1, 1<<16 - 1}

// The same numbers everywhere, but for the offsets of mips.
func landlockNumber(number uintptr) uintptr {
	switch {
	case strings.HasPrefix(runtime.GOARCH, "mips64"):
		return 5000 + number
	case strings.HasPrefix(runtime.GOARCH, "mips"):
		return 4000 + number
	}
	return number
}

// landlock takes every right on every file from this thread, but to read and execute the one that is to be started.
func landlock() (string, error) {
	createRuleset, addRule, restrictSelf := landlockNumber(444), landlockNumber(445), landlockNumber(446)
	abi, _, errno := syscall.RawSyscall(createRuleset, 0, 0, landlockCreateRulesetVersion)
	if errno != 0 {
		return "this kernel has no Landlock", errno
	}
	if abi >= uintptr(len(accessByABI)) {
		abi = uintptr(len(accessByABI)) - 1
	}
	handled := accessByABI[abi]
	ruleset, _, errno := syscall.RawSyscall(createRuleset, uintptr(unsafe.Pointer(&handled)), unsafe.Sizeof(handled), 0)
	if errno != 0 {
		return "landlock_create_ruleset", errno
	}
	syscall.CloseOnExec(int(ruleset))
	rule := struct {
		access uint64
		fd     int32
	}{accessExecute | accessReadFile, programFD}
	_, _, errno = syscall.RawSyscall6(addRule, ruleset, landlockRulePathBeneath, uintptr(unsafe.Pointer(&rule)), 0, 0, 0)
	if errno != 0 {
		return "landlock_add_rule", errno
	}
	if err := prctl(prSetNoNewPrivs, 1); err != nil {
		return "no_new_privs", err
	}
	if _, _, errno := syscall.RawSyscall(restrictSelf, ruleset, 0, 0); errno != 0 {
		return "landlock_restrict_self", errno
	}
	return "", nil
}
