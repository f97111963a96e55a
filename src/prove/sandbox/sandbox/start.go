package main

import (
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// Bytes of output that are kept of each program; the rest is read and thrown away.
const outputCap = 64 << 10

// ready is what enter says right before execve. More behind it is the errno; anything else is what kept it from trying.
const ready = "ready "

// outcome is what became of one program.
type outcome struct {
	file string
	// setup is what went wrong before the program could be tried.
	setup string
	// refusal is the errno of execve.
	refusal  string
	started  bool
	timedOut bool
	// stopped: we have to end, and so did the program.
	stopped bool
	// exitCode is -1 when a signal ended it.
	exitCode int
	signal   string
	output   []byte
	millis   int64
}

// start starts one file and waits for its end.
func (j job) start(file string, index int) (result outcome) {
	began := time.Now()
	result = outcome{file: file, exitCode: -1}
	defer func() {
		result.millis = time.Since(began).Milliseconds()
	}()
	files, err := open(file)
	if err != nil {
		result.setup = describe(err)
		return result
	}
	defer closeAll(files)

	root := filepath.Join(j.work, "root-"+strconv.Itoa(os.Getpid())+"-"+strconv.Itoa(index))
	if err := os.Mkdir(root, 0o755); err != nil {
		result.setup = describe(err)
		return result
	}
	defer os.Remove(root)

	status, statusEnd, err := os.Pipe()
	if err != nil {
		result.setup = describe(err)
		return result
	}
	defer status.Close()
	output, outputEnd, err := os.Pipe()
	if err != nil {
		statusEnd.Close()
		result.setup = describe(err)
		return result
	}
	defer output.Close()
	argv := append([]string{"sandbox", "enter", j.means, root, file}, j.args...)
	pid, err := syscall.ForkExec("/proc/self/exe", argv, &syscall.ProcAttr{
		Dir:   root,
		Env:   []string{},
		Files: descriptors(files[0], outputEnd, outputEnd, statusEnd, files[1]),
		Sys:   &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL},
	})
	statusEnd.Close()
	outputEnd.Close()
	if err != nil {
		result.setup = "cannot start inside: " + describe(err)
		return result
	}
	j.watch(pid, status, output, &result)
	return result
}

// open opens /dev/null and the program.
func open(file string) ([]*os.File, error) {
	if err := syscall.Access(file, 1); err != nil {
		// No permission, or a volume that is mounted noexec: that says nothing about the program.
		return nil, &os.PathError{Op: "not executable", Path: file, Err: err}
	}
	var files []*os.File
	for _, name := range []string{os.DevNull, file} {
		opened, err := os.Open(name)
		if err != nil {
			closeAll(files)
			return nil, err
		}
		files = append(files, opened)
	}
	return files, nil
}

// watch waits for the end of a child, and makes it end at the time limit.
func (j job) watch(pid int, status, output *os.File, result *outcome) {
	said := make(chan string, 1)
	go func() {
		// Ends when the child ends or starts the program: the other end is closed by execve.
		text, _ := io.ReadAll(status)
		said <- string(text)
	}()
	collected := make(chan []byte, 1)
	go func() {
		kept, _ := io.ReadAll(io.LimitReader(output, outputCap))
		io.Copy(io.Discard, output)
		collected <- kept
	}()
	ended := make(chan syscall.WaitStatus, 1)
	go func() {
		ended <- wait(pid)
	}()

	var report string
	var end syscall.WaitStatus
	timer := time.NewTimer(j.limit)
	defer timer.Stop()
	for running, saying := true, true; running || saying; {
		select {
		case report = <-said:
			saying = false
			result.started = report == ready && !result.timedOut
		case end = <-ended:
			running = false
		case <-timer.C:
			result.timedOut = true
			syscall.Kill(-pid, syscall.SIGKILL)
		case <-j.stop:
			result.stopped = true
			syscall.Kill(-pid, syscall.SIGKILL)
		}
	}
	syscall.Kill(-pid, syscall.SIGKILL)
	sweep()
	output.SetReadDeadline(time.Now().Add(time.Second))
	result.output = <-collected

	if refusal := strings.TrimPrefix(report, ready); report != "" && refusal == report {
		result.setup = report
	} else if refusal != "" {
		result.refusal = refusal
	} else if !result.started {
		result.setup = "it ended before execve"
	} else if end.Exited() {
		result.exitCode = end.ExitStatus()
	} else if end.Signaled() && !result.timedOut {
		result.signal = signalName(end.Signal())
	}
}

func wait(pid int) (status syscall.WaitStatus) {
	for {
		if _, err := syscall.Wait4(pid, &status, 0, nil); err != syscall.EINTR {
			return status
		}
	}
}

// sweep ends what the program has left behind in other process groups.
func sweep() {
	for {
		left := children()
		if len(left) == 0 {
			return
		}
		for _, pid := range left {
			syscall.Kill(pid, syscall.SIGKILL)
			wait(pid)
		}
	}
}

func children() (pids []int) {
	names, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		return nil
	}
	own := strconv.Itoa(os.Getpid())
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		// "pid (name) state ppid …", and the name can hold anything.
		fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
		if len(fields) < 2 || fields[1] != own {
			continue
		}
		if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(name))); err == nil {
			pids = append(pids, pid)
		}
	}
	return pids
}

func descriptors(files ...*os.File) (fds []uintptr) {
	for _, file := range files {
		fds = append(fds, file.Fd())
	}
	return fds
}

func closeAll(files []*os.File) {
	for _, file := range files {
		file.Close()
	}
}
