package main

import (
	"os"
	"strconv"
	"strings"
	"syscall"
)

var errnoNames = map[syscall.Errno]string{
	syscall.E2BIG: "E2BIG", syscall.EACCES: "EACCES", syscall.EAGAIN: "EAGAIN", syscall.EINVAL: "EINVAL", syscall.EIO: "EIO",
	syscall.ELIBBAD: "ELIBBAD", syscall.ELOOP: "ELOOP", syscall.EMFILE: "EMFILE", syscall.ENFILE: "ENFILE",
	syscall.ENOENT: "ENOENT", syscall.ENOEXEC: "ENOEXEC", syscall.ENOMEM: "ENOMEM", syscall.ENOSPC: "ENOSPC",
	syscall.ENOSYS: "ENOSYS", syscall.EOPNOTSUPP: "EOPNOTSUPP", syscall.EPERM: "EPERM", syscall.ETXTBSY: "ETXTBSY",
}

// describe is the name of an errno, or the words of any other error: never a path, because ours are of a temporary folder.
func describe(err error) string {
	if failed, ok := err.(*os.PathError); ok {
		return failed.Op + ": " + describe(failed.Err)
	}
	if errno, ok := err.(syscall.Errno); ok {
		if name, known := errnoNames[errno]; known {
			return name
		}
		return "errno " + strconv.Itoa(int(errno))
	}
	return err.Error()
}

var signalNames = map[syscall.Signal]string{
	syscall.SIGABRT: "SIGABRT", syscall.SIGALRM: "SIGALRM", syscall.SIGBUS: "SIGBUS", syscall.SIGFPE: "SIGFPE",
	syscall.SIGHUP: "SIGHUP", syscall.SIGILL: "SIGILL", syscall.SIGINT: "SIGINT", syscall.SIGKILL: "SIGKILL",
	syscall.SIGPIPE: "SIGPIPE", syscall.SIGQUIT: "SIGQUIT", syscall.SIGSEGV: "SIGSEGV", syscall.SIGSYS: "SIGSYS",
	syscall.SIGTERM: "SIGTERM", syscall.SIGTRAP: "SIGTRAP", syscall.SIGXCPU: "SIGXCPU", syscall.SIGXFSZ: "SIGXFSZ",
}

func signalName(signal syscall.Signal) string {
	if name, known := signalNames[signal]; known {
		return name
	}
	return "signal " + strconv.Itoa(int(signal))
}

// By hand, because encoding/json takes longer to compile on a cold cache than all the rest of this program.
func (o outcome) json() string {
	exitCode, signal := "null", "null"
	if o.exitCode >= 0 {
		exitCode = strconv.Itoa(o.exitCode)
	}
	if o.signal != "" {
		signal = quote(o.signal)
	}
	return "{" + strings.Join([]string{
		"\"file\":" + quote(o.file),
		"\"setup\":" + quote(o.setup),
		"\"refusal\":" + quote(o.refusal),
		"\"timedOut\":" + strconv.FormatBool(o.timedOut),
		"\"exitCode\":" + exitCode,
		"\"signal\":" + signal,
		"\"output\":" + quote(string(o.output)),
		"\"ms\":" + strconv.FormatInt(o.millis, 10),
	}, ",") + "}"
}

func quote(text string) string {
	const hex = "0123456789abcdef"
	var quoted strings.Builder
	quoted.WriteByte('"')
	for _, char := range text {
		switch {
		case char == '"' || char == '\\':
			quoted.WriteByte('\\')
			quoted.WriteRune(char)
		case char < 0x20 || char == 0x7f:
			quoted.WriteString("\\u00")
			quoted.WriteByte(hex[char>>4])
			quoted.WriteByte(hex[char&15])
		default:
			quoted.WriteRune(char)
		}
	}
	quoted.WriteByte('"')
	return quoted.String()
}
