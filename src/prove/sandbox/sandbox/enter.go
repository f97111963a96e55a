package main

import (
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"unsafe"
)

// What start hands to enter beside the usual three.
const (
	statusFD = iota + 3
	programFD
)

const (
	prSetChildSubreaper = 36
	prSetNoNewPrivs     = 38

	atEmptyPath = 0x1000
)

// Numbers of execveat, which is younger than the syscall package.
var sysExecveat = map[string]uintptr{
	"386": 358, "amd64": 322, "arm": 387, "arm64": 281, "loong64": 281, "mips": 4356, "mipsle": 4356, "mips64": 5316,
	"mips64le": 5316, "ppc64": 362, "ppc64le": 362, "riscv64": 281, "s390x": 354,
}

// enter confines this process and becomes the program. What it writes to statusFD says why that did not happen.
func enter(argv []string) {
	if len(argv) < 3 {
		usage()
	}
	means, root, program, args := argv[0], argv[1], argv[2], argv[3:]
	for _, fd := range []int{statusFD, programFD} {
		syscall.CloseOnExec(fd)
	}
	if step, err := confine(means, root); err != nil {
		report(step + ": " + describe(err))
		os.Exit(127)
	}
	report(ready)
	report(describe(execveat(programFD, append([]string{"/" + filepath.Base(program)}, args...))))
	os.Exit(127)
}

func report(text string) {
	syscall.Write(statusFD, []byte(text))
}

// confine returns the step that failed.
func confine(means, root string) (string, error) {
	switch means {
	case "none":
	case "landlock":
		if step, err := landlock(); err != nil {
			return step, err
		}
	case "chroot":
		if err := syscall.Chroot(root); err != nil {
			return "chroot", err
		}
		if err := syscall.Chdir("/"); err != nil {
			return "chdir", err
		}
	default:
		return means, syscall.EINVAL
	}
	if err := prctl(prSetNoNewPrivs, 1); err != nil {
		return "no_new_privs", err
	}
	return "", nil
}

func execveat(fd int, argv []string) error {
	number, known := sysExecveat[runtime.GOARCH]
	if !known {
		return syscall.ENOSYS
	}
	path, err := syscall.BytePtrFromString("")
	if err != nil {
		return err
	}
	pointers, err := syscall.SlicePtrFromStrings(argv)
	if err != nil {
		return err
	}
	environment := []*byte{nil}
	_, _, errno := syscall.RawSyscall6(number, uintptr(fd), uintptr(unsafe.Pointer(path)),
		uintptr(unsafe.Pointer(&pointers[0])), uintptr(unsafe.Pointer(&environment[0])), atEmptyPath, 0)
	return errno
}

func prctl(option, value uintptr) error {
	if _, _, errno := syscall.RawSyscall6(syscall.SYS_PRCTL, option, value, 0, 0, 0, 0); errno != 0 {
		return errno
	}
	return nil
}
