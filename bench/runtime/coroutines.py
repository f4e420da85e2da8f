"""Python's side of coroutines.cpp: prints ROW<tab>nanoseconds per operation."""

import asyncio

from peer import timed_alone


async def leaf(number):
    return number


async def caller(count):
    total = 0
    for number in range(count):
        total += await leaf(number)


async def yielder(count):
    for _ in range(count):
        await asyncio.sleep(0)


async def yielders(count):
    await asyncio.gather(yielder(count // 2), yielder(count // 2))


async def ping(there, back, count):
    for number in range(count):
        await there.put(number)
        await back.get()


async def pong(there, back, count):
    for _ in range(count):
        await back.put(await there.get())


async def round_trips(count):
    there, back = asyncio.Queue(1), asyncio.Queue(1)
    await asyncio.gather(ping(there, back, count), pong(there, back, count))


async def spawner(count):
    async with asyncio.TaskGroup() as group:
        for number in range(count):
            group.create_task(leaf(number))


async def sleepers(count):
    async with asyncio.TaskGroup() as group:
        for _ in range(count):
            group.create_task(asyncio.sleep(0.01))


async def locker(lock, count, contended):
    for _ in range(count):
        async with lock:
            if contended:
                await asyncio.sleep(0)


async def alone(count):
    await locker(asyncio.Lock(), count, False)


async def contended_by_ten(count):
    lock = asyncio.Lock()
    await asyncio.gather(*(locker(lock, count // 10, True) for _ in range(10)))


def on_a_loop(function):
    return lambda count: asyncio.run(function(count))


if __name__ == "__main__":
    timed_alone("coroutine, make and await", on_a_loop(caller), 300000)
    timed_alone("task switch", on_a_loop(yielders), 100000)
    timed_alone("queue between tasks, round trip", on_a_loop(round_trips), 20000)
    timed_alone("task, make and join", on_a_loop(spawner), 50000)
    timed_alone("one of 100,000 sleeping tasks", on_a_loop(sleepers), 100000)
    timed_alone("lock between tasks", on_a_loop(alone), 100000)
    timed_alone("lock between tasks, contended by 10", on_a_loop(contended_by_ten), 50000)
