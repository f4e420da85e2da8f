"""What the Python peers share."""

import threading
import time


def timed(row, run, count):
    """Runs `run(count)` and prints the time of one operation in nanoseconds."""
    begin = time.perf_counter()
    run(count)
    print(f"{row}\t{(time.perf_counter() - begin) / count * 1e9:.1f}", flush=True)


def in_two_threads(run):
    """Calls run(0) here and run(1) in another thread."""
    other = threading.Thread(target=run, args=(1,))
    other.start()
    run(0)
    other.join()
