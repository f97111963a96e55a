package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"unsafe"
)

// What start hands to enter beside the usual three.
const (
	statusFD = iota + 3
	programFD
	emulatorFD
)

const (
	prSetPdeathsig      = 1
	prSetChildSubreaper = 36
	prSetNoNewPrivs     = 38
	prCapAmbient        = 47

	capAmbientClearAll = 4
	capSysChroot       = 18

	atEmptyPath = 0x1000
)

// Numbers of execveat, which is younger than the syscall package.
var sysExecveat = map[string]uintptr{
	"386": 358, "amd64": 322, "arm": 387, "arm64": 281, "loong64": 281, "mips": 4356, "mipsle": 4356, "mips64": 5316,
	"mips64le": 5316, "ppc64": 362, "ppc64le": 362, "riscv64": 281, "s390x": 354,
}

// enter confines this process and becomes the program. What it writes to statusFD says why that did not happen.
func enter(argv []string) {
	if len(argv) < 5 {
		usage()
	}
	means, root, owner, program, args := argv[0], argv[1], argv[2], argv[3], argv[5:]
	emulated := argv[4] == "true"
	for _, fd := range []int{statusFD, programFD, emulatorFD} {
		syscall.CloseOnExec(fd)
	}
	if step, err := confine(means, root, owner, emulated); err != nil {
		report(step + ": " + describe(err))
		os.Exit(127)
	}
	// Its errors begin with this name, by which they can be told from the program's own.
	fd, command := emulatorFD, []string{"go-linkage-emulator", "-L", "/", program}
	if !emulated {
		fd, command = programFD, []string{"/" + filepath.Base(program)}
	}
	report(ready)
	report(describe(execveat(fd, append(command, args...))))
	os.Exit(127)
}

func report(text string) {
	syscall.Write(statusFD, []byte(text))
}

// confine returns the step that failed.
func confine(means, root, owner string, emulated bool) (string, error) {
	switch means {
	case "none":
	case "landlock":
		if step, err := landlock(emulated); err != nil {
			return step, err
		}
	case "chroot", "sudo-chroot", "userns":
		if err := syscall.Chroot(root); err != nil {
			return "chroot", err
		}
		if err := syscall.Chdir("/"); err != nil {
			return "chdir", err
		}
	default:
		return means, syscall.EINVAL
	}
	if owner != "" {
		if step, err := become(owner); err != nil {
			return step, err
		}
	}
	if means == "userns" {
		if err := prctl(prCapAmbient, capAmbientClearAll); err != nil {
			return "dropping the right to chroot", err
		}
	}
	if err := prctl(prSetNoNewPrivs, 1); err != nil {
		return "no_new_privs", err
	}
	// Changing the user took it away.
	if err := prctl(prSetPdeathsig, uintptr(syscall.SIGKILL)); err != nil {
		return "death signal", err
	}
	return "", nil
}

// become gives up root: sudo was for the chroot alone.
func become(owner string) (string, error) {
	ids := strings.SplitN(owner, ":", 2)
	uid, err := strconv.Atoi(ids[0])
	if err != nil {
		return "sudo says no SUDO_UID", syscall.EINVAL
	}
	gid, err := strconv.Atoi(ids[1])
	if err != nil {
		return "sudo says no SUDO_GID", syscall.EINVAL
	}
	if err := syscall.Setgroups([]int{}); err != nil {
		return "setgroups", err
	}
	if err := syscall.Setgid(gid); err != nil {
		return "setgid", err
	}
	return "setuid", syscall.Setuid(uid)
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
