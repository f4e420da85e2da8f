"""What the Python peers share."""

import threading
import time


def timed(row, run, count, clock=time.perf_counter):
    """Runs `run(count)` and prints the time of one operation in nanoseconds."""
    begin = clock()
    run(count)
    print(f"{row}\t{(clock() - begin) / count * 1e9:.1f}", flush=True)


def timed_alone(row, run, count):
    """The same for one thread: its processor time, which other programs do not lengthen."""
    timed(row, run, count, time.thread_time)


def in_two_threads(run):
    """Calls run(0) here and run(1) in another thread."""
    other = threading.Thread(target=run, args=(1,))
    other.start()
    run(0)
    other.join()
