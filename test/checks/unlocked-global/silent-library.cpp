// RUN: %check_heddle %s
// A file without main: what is not evidently shared is not reported.

#include <mutex>

static std::mutex Mutex;

// Never locked: for all we know there is one thread.
static int Level;
void setLevel(int Value) { Level = Value; }
int level() { return Level; }

// Locked once, and by chance: most uses are without the lock.
static int Rarely;
void lockedOnce() { std::lock_guard Lock(Mutex); Rarely = 1; }
void unlockedOnce() { Rarely = 2; }
void unlockedTwice() { Rarely = 3; }
void unlockedAgain() { Rarely = 4; }

// Only ever read under the lock: the lock may be for something else.
static int Setting;
int readUnderLock() { std::lock_guard Lock(Mutex); return Setting; }
int readAgain() { return Setting; }

// The function whose caller holds the lock.
static int Balance;
static void addUnlocked(int Amount) { Balance += Amount; }
void deposit(int Amount) { std::lock_guard Lock(Mutex); addUnlocked(Amount); }
void withdraw(int Amount) { std::lock_guard Lock(Mutex); addUnlocked(-Amount); }
void close() { std::lock_guard Lock(Mutex); Balance = 0; }
