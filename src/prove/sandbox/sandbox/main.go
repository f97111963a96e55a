// Command sandbox starts programs in an empty root, with an empty environment and a time limit, and says for each whether
// the kernel started it and how it ended. It is started again inside the sandbox, so that what goes wrong while entering
// is never mistaken for execve refusing the program.
//
//	sandbox run MEANS LIMIT-MS WORK-DIR EMULATOR COUNT ARG... FILE...   one JSON line per file
//	sandbox leash PROGRAM ARG...                                      runs it with a stdin that ends when we do
//	sandbox enter ...                                                 itself, inside
package main

import (
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// A child's death signal comes with the end of the thread that started it, and Landlock holds for one thread.
func init() {
	runtime.LockOSThread()
}

func main() {
	if len(os.Args) > 2 {
		switch os.Args[1] {
		case "run":
			run(os.Args[2:])
			return
		case "leash":
			leash(os.Args[2:])
			return
		case "enter":
			enter(os.Args[2:])
			return
		}
	}
	usage()
}

func usage() {
	os.Stderr.WriteString("usage: sandbox run MEANS LIMIT-MS WORK-DIR EMULATOR COUNT ARG... FILE...\n")
	os.Exit(2)
}

// job is what all programs of one call have in common.
type job struct {
	// none, landlock, chroot, sudo-chroot or userns
	means string
	limit time.Duration
	work  string
	// owner is "UID:GID" to become before the program is started, or empty.
	owner string
	// emulator is the path of a static qemu, or empty.
	emulator string
	args     []string
	// stop gets a value when we have to end.
	stop chan struct{}
}

func run(argv []string) {
	if len(argv) < 5 {
		usage()
	}
	limit, err := strconv.Atoi(argv[1])
	if err != nil {
		usage()
	}
	count, err := strconv.Atoi(argv[4])
	if err != nil || count < 0 || len(argv) < 5+count {
		usage()
	}
	j := job{
		means:    argv[0],
		limit:    time.Duration(limit) * time.Millisecond,
		work:     argv[2],
		emulator: argv[3],
		args:     argv[5 : 5+count],
		stop:     make(chan struct{}, 2),
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		<-signals
		j.stop <- struct{}{}
	}()
	if j.means == "sudo-chroot" {
		j.owner = os.Getenv("SUDO_UID") + ":" + os.Getenv("SUDO_GID")
		go func() {
			os.Stdin.Read(make([]byte, 1))
			j.stop <- struct{}{}
		}()
	}
	// Whatever a program leaves behind becomes our child, so that it can be found and ended.
	prctl(prSetChildSubreaper, 1)
	for index, file := range argv[5+count:] {
		result := j.start(file, index)
		if result.stopped {
			os.Exit(130)
		}
		os.Stdout.WriteString(result.json() + "\n")
	}
}

// leash keeps a program that we may not signal (sudo) from outliving us: it watches its stdin, of which we hold the other end.
func leash(argv []string) {
	read, write, err := os.Pipe()
	if err != nil {
		fail(err)
	}
	child, err := os.StartProcess(argv[0], argv, &os.ProcAttr{
		Env:   os.Environ(),
		Files: []*os.File{read, os.Stdout, os.Stderr},
	})
	if err != nil {
		fail(err)
	}
	state, err := child.Wait()
	if err != nil {
		fail(err)
	}
	write.Close()
	if code := state.ExitCode(); code >= 0 {
		os.Exit(code)
	}
	os.Exit(1)
}

func fail(err error) {
	os.Stderr.WriteString(err.Error() + "\n")
	os.Exit(1)
}
