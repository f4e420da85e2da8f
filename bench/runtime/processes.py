"""Python's side of processes.cpp: prints ROW<tab>nanoseconds per operation."""

import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor

from peer import timed

LARGE = 64 * 1024


def start_and_join(method):
    context = mp.get_context(method)

    def run(count):
        for _ in range(count):
            process = context.Process(target=int)
            process.start()
            process.join()

    return run


def echo(connection):
    while True:
        connection.send(connection.recv())


def pipe_round_trip(count):
    mine, its = mp.Pipe()
    process = mp.Process(target=echo, args=(its,), daemon=True)
    process.start()
    for _ in range(count):
        mine.send(1)
        mine.recv()
    process.terminate()
    process.join()


def send_large(connection, count):
    message = bytes(LARGE)
    for _ in range(count):
        connection.send_bytes(message)


def pipe_throughput(count):
    receiver, sender = mp.Pipe(False)
    process = mp.Process(target=send_large, args=(sender, count))
    process.start()
    buffer = bytearray(LARGE)
    for _ in range(count):
        receiver.recv_bytes_into(buffer)
    process.join()


def put_and_get(count):
    queue = mp.Queue(10)
    for _ in range(count):
        queue.put(1)
        queue.get()


def echo_queue(there, back):
    while True:
        back.put(there.get())


def queue_round_trip(count):
    there, back = mp.Queue(10), mp.Queue(10)
    process = mp.Process(target=echo_queue, args=(there, back), daemon=True)
    process.start()
    for _ in range(count):
        there.put(1)
        back.get()
    process.terminate()
    process.join()


def put_many(queue, count):
    for item in range(count):
        queue.put(item)


def queue_throughput(count):
    queue = mp.Queue(10)
    process = mp.Process(target=put_many, args=(queue, count))
    process.start()
    for _ in range(count):
        queue.get()
    process.join()


def acquire_and_release(lock):
    def run(count):
        for _ in range(count):
            lock.acquire()
            lock.release()

    return run


def following(n):
    return n + 1


def pool_apply(count):
    with mp.Pool(2) as pool:
        for _ in range(count):
            pool.apply(following, (1,))


def pool_map(count):
    with mp.Pool(2) as pool:
        pool.map(following, range(count))


def executor_round_trip(count):
    with ProcessPoolExecutor(2) as pool:
        for _ in range(count):
            pool.submit(following, 1).result()


def executor_submit(count):
    with ProcessPoolExecutor(2) as pool:
        for future in [pool.submit(following, i) for i in range(count)]:
            future.result()


if __name__ == "__main__":
    timed("process fork+join", start_and_join("fork"), 100)
    timed("process spawn+join", start_and_join("spawn"), 10)
    timed("pipe round trip", pipe_round_trip, 5000)
    timed("pipe, 64 KiB one way", pipe_throughput, 3000)
    timed("process queue put+get", put_and_get, 3000)
    timed("process queue round trip", queue_round_trip, 3000)
    timed("process queue one way", queue_throughput, 5000)
    timed("process lock, free", acquire_and_release(mp.Lock()), 50000)
    timed("process semaphore, free", acquire_and_release(mp.Semaphore(1)), 50000)
    timed("process pool apply", pool_apply, 2000)
    timed("process pool map, per item", pool_map, 20000)
    timed("process executor round trip", executor_round_trip, 1500)
    timed("process executor submit+result", executor_submit, 2000)
