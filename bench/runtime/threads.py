"""Python's side of threads.cpp: prints ROW<tab>nanoseconds per operation."""

import queue
import threading
from concurrent.futures import Future, ThreadPoolExecutor

from peer import timed, timed_alone


def start_and_join(count):
    for _ in range(count):
        thread = threading.Thread(target=int)
        thread.start()
        thread.join()


def timer_cancel(count):
    for _ in range(count):
        timer = threading.Timer(3600, int)
        timer.start()
        timer.cancel()
        timer.join()


def put_and_get(made):
    def run(count):
        for _ in range(count):
            made.put(1)
            made.get()

    return run


def round_trip(count):
    there, back = queue.SimpleQueue(), queue.SimpleQueue()

    def echo():
        for _ in range(count):
            back.put(there.get())

    thread = threading.Thread(target=echo)
    thread.start()
    for _ in range(count):
        there.put(1)
        back.get()
    thread.join()


def set_and_get(count):
    for _ in range(count):
        future = Future()
        future.set_result(1)
        future.result()


def submit_and_read(count):
    with ThreadPoolExecutor(2) as pool:
        for future in [pool.submit(int) for _ in range(count)]:
            future.result()


def one_result(count):
    with ThreadPoolExecutor(2) as pool:
        for _ in range(count):
            pool.submit(int).result()


def post(count):
    with ThreadPoolExecutor(2) as pool:
        for _ in range(count):
            pool.submit(int)


timed("thread start+join", start_and_join, 500)
timed("timer start+cancel", timer_cancel, 300)
timed_alone("queue put+get", put_and_get(queue.Queue()), 20000)
timed_alone("simple queue put+get", put_and_get(queue.SimpleQueue()), 100000)
timed("queue round trip", round_trip, 5000)
timed_alone("future set+get", set_and_get, 20000)
timed("pool submit+result", submit_and_read, 10000)
timed("pool round trip", one_result, 3000)
timed("pool submit, result dropped", post, 10000)
