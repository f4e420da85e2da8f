"""Python's side of locks.cpp: prints ROW<tab>nanoseconds per operation."""

import threading

from peer import in_two_threads, timed, timed_alone

lock, rlock, semaphore = threading.Lock(), threading.RLock(), threading.Semaphore(1)


def uncontended(one):
    def run(count):
        for _ in range(count):
            one.acquire()
            one.release()

    return run


def timed_lock(count):
    for _ in range(count):
        lock.acquire(timeout=1)
        lock.release()


def contended(count):
    def run(_):
        for _ in range(count):
            with lock:
                pass

    in_two_threads(run)


def semaphore_hand_over(count):
    turn = threading.Semaphore(1), threading.Semaphore(0)

    def run(me):
        for _ in range(count):
            turn[me].acquire()
            turn[1 - me].release()

    in_two_threads(run)


def condition_hand_over(count):
    changed, turn = threading.Condition(), [0]

    def run(me):
        for _ in range(count):
            with changed:
                changed.wait_for(lambda: turn[0] == me)
                turn[0] = 1 - me
                changed.notify()

    in_two_threads(run)


def barrier_of_two(count):
    barrier = threading.Barrier(2)

    def run(_):
        for _ in range(count):
            barrier.wait()

    in_two_threads(run)


def local_value(count):
    local = threading.local()
    local.value = 0
    for _ in range(count):
        local.value += 1


timed_alone("lock uncontended", uncontended(lock), 200000)
timed_alone("recursive lock uncontended", uncontended(rlock), 200000)
timed_alone("semaphore uncontended", uncontended(semaphore), 50000)
timed_alone("timed lock", timed_lock, 100000)
timed("lock contended by 2", contended, 100000)
timed("semaphore hand-over", semaphore_hand_over, 5000)
timed("condition hand-over", condition_hand_over, 5000)
timed("barrier of 2", barrier_of_two, 5000)
timed_alone("value per thread", local_value, 200000)
