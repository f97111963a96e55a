// Command sandbox starts programs in an empty root, with an empty environment and a time limit, and says for each whether
// the kernel started it and how it ended. It is started again inside the sandbox, so that what goes wrong while entering
// is never mistaken for execve refusing the program.
//
//	sandbox run MEANS LIMIT-MS WORK-DIR COUNT ARG... FILE...   one JSON line per file
//	sandbox enter ...                                          itself, inside
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
		case "enter":
			enter(os.Args[2:])
			return
		}
	}
	usage()
}

func usage() {
	os.Stderr.WriteString("usage: sandbox run MEANS LIMIT-MS WORK-DIR COUNT ARG... FILE...\n")
	os.Exit(2)
}

// job is what all programs of one call have in common.
type job struct {
	// none, landlock or chroot
	means string
	limit time.Duration
	work  string
	args  []string
	// stop gets a value when we have to end.
	stop chan struct{}
}

func run(argv []string) {
	if len(argv) < 4 {
		usage()
	}
	limit, err := strconv.Atoi(argv[1])
	if err != nil {
		usage()
	}
	count, err := strconv.Atoi(argv[3])
	if err != nil || count < 0 || len(argv) < 4+count {
		usage()
	}
	j := job{
		means: argv[0],
		limit: time.Duration(limit) * time.Millisecond,
		work:  argv[2],
		args:  argv[4 : 4+count],
		stop:  make(chan struct{}, 1),
	}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		<-signals
		j.stop <- struct{}{}
	}()
	// Whatever a program leaves behind becomes our child, so that it can be found and ended.
	prctl(prSetChildSubreaper, 1)
	for index, file := range argv[4+count:] {
		result := j.start(file, index)
		if result.stopped {
			os.Exit(130)
		}
		os.Stdout.WriteString(result.json() + "\n")
	}
}
