//===- Std.cpp - the C++ standard library ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Source: ISO/IEC 14882:2024, clause 33 (threads), 17.6 and 20 (memory), 24
// (containers; which members count as const is [container.requirements.
// dataraces]). Constructors of guards and threads are known by their type.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/Primitives.h"

namespace heddle {

static constexpr int8_t This = Primitive::ThisArg;
static constexpr Success Yes = Success::NonZero;

#define LOCKABLE(CLASS)                                                        \
  {.Name = CLASS "::lock", .What = Op::Lock, .Object = This},                  \
      {.Name = CLASS "::unlock", .What = Op::Unlock, .Object = This}, {        \
    .Name = CLASS "::try_lock", .What = Op::TryLock, .Object = This,           \
    .When = Yes                                                                \
  }
#define TIMED_LOCKABLE(CLASS)                                                  \
  LOCKABLE(CLASS),                                                             \
      {.Name = CLASS "::try_lock_for",                                         \
       .What = Op::TryLock,                                                    \
       .Object = This,                                                         \
       .When = Yes},                                                           \
  {                                                                            \
    .Name = CLASS "::try_lock_until", .What = Op::TryLock, .Object = This,     \
    .When = Yes                                                                \
  }
#define SHARED_LOCKABLE(CLASS)                                                 \
  {.Name = CLASS "::lock_shared",                                              \
   .What = Op::Lock,                                                           \
   .Object = This,                                                             \
   .Shared = true},                                                            \
      {.Name = CLASS "::unlock_shared",                                        \
       .What = Op::Unlock,                                                     \
       .Object = This,                                                         \
       .Shared = true},                                                        \
      {.Name = CLASS "::try_lock_shared",                                      \
       .What = Op::TryLock,                                                    \
       .Object = This,                                                         \
       .When = Yes,                                                            \
       .Shared = true},                                                        \
      {.Name = CLASS "::try_lock_shared_for",                                  \
       .What = Op::TryLock,                                                    \
       .Object = This,                                                         \
       .When = Yes,                                                            \
       .Shared = true},                                                        \
  {                                                                            \
    .Name = CLASS "::try_lock_shared_until", .What = Op::TryLock,              \
    .Object = This, .When = Yes, .Shared = true                                \
  }
#define MOVABLE_GUARD(CLASS)                                                   \
  {.Name = CLASS "::lock", .What = Op::GuardLock, .Object = This},             \
      {.Name = CLASS "::unlock", .What = Op::GuardUnlock, .Object = This},     \
      {.Name = CLASS "::try_lock",                                             \
       .What = Op::GuardTryLock,                                               \
       .Object = This,                                                         \
       .When = Yes},                                                           \
      {.Name = CLASS "::try_lock_for",                                         \
       .What = Op::GuardTryLock,                                               \
       .Object = This,                                                         \
       .When = Yes},                                                           \
      {.Name = CLASS "::try_lock_until",                                       \
       .What = Op::GuardTryLock,                                               \
       .Object = This,                                                         \
       .When = Yes},                                                           \
      {.Name = CLASS "::release", .What = Op::GuardForget, .Object = This},    \
      {.Name = CLASS "::owns_lock", .What = Op::GuardOwns, .Object = This},    \
      {.Name = CLASS "::operator bool",                                        \
       .What = Op::GuardOwns,                                                  \
       .Object = This},                                                        \
      {.Name = CLASS "::mutex", .What = Op::GuardMutex, .Object = This},       \
      {.Name = CLASS "::swap", .What = Op::Swap, .Object = This, .Second = 0}
#define CONDITION(CLASS)                                                       \
  {.Name = CLASS "::wait", .What = Op::Wait, .Object = This, .Second = 0},     \
      {.Name = CLASS "::wait_for",                                             \
       .What = Op::Wait,                                                       \
       .Object = This,                                                         \
       .Second = 0},                                                           \
      {.Name = CLASS "::wait_until",                                           \
       .What = Op::Wait,                                                       \
       .Object = This,                                                         \
       .Second = 0},                                                           \
      {.Name = CLASS "::notify_one", .What = Op::Notify, .Object = This}, {    \
    .Name = CLASS "::notify_all", .What = Op::Notify, .Object = This           \
  }
#define ONE_SHOT(CLASS, METHOD, OP)                                            \
  {.Name = CLASS "::" METHOD, .What = Op::OP, .Object = This}
#define SMART_POINTER(CLASS)                                                   \
  ONE_SHOT(CLASS, "operator*", Pointee),                                       \
      ONE_SHOT(CLASS, "operator->", PointerTo),                                \
      ONE_SHOT(CLASS, "get", PointerTo),                                       \
      ONE_SHOT(CLASS, "operator[]", Pointee)
#define SEQUENCE(CLASS)                                                        \
  ONE_SHOT(CLASS, "begin", Element), ONE_SHOT(CLASS, "end", Element),          \
      ONE_SHOT(CLASS, "cbegin", Element), ONE_SHOT(CLASS, "cend", Element),    \
      ONE_SHOT(CLASS, "rbegin", Element), ONE_SHOT(CLASS, "rend", Element),    \
      ONE_SHOT(CLASS, "front", Element), ONE_SHOT(CLASS, "back", Element),     \
      ONE_SHOT(CLASS, "data", Element), ONE_SHOT(CLASS, "at", Element),        \
      ONE_SHOT(CLASS, "find", Element),                                        \
      ONE_SHOT(CLASS, "lower_bound", Element),                                 \
      ONE_SHOT(CLASS, "upper_bound", Element),                                 \
      ONE_SHOT(CLASS, "operator[]", Element), ONE_SHOT(CLASS, "top", Element), \
      {.Name = CLASS "::push_back", .What = Op::Insert, .Object = This},       \
      {.Name = CLASS "::emplace_back", .What = Op::Insert, .Object = This},    \
      {.Name = CLASS "::push_front", .What = Op::Insert, .Object = This},      \
      {.Name = CLASS "::emplace_front", .What = Op::Insert, .Object = This},   \
      {.Name = CLASS "::emplace", .What = Op::Insert, .Object = This},         \
      {.Name = CLASS "::push", .What = Op::Insert, .Object = This},            \
      ONE_SHOT(CLASS, "clear", Clear)
#define ITERATOR(CLASS)                                                        \
  ONE_SHOT(CLASS, "operator*", Pointee),                                       \
      ONE_SHOT(CLASS, "operator->", PointerTo)
#define RANGE(NAME, READS, WRITES)                                             \
  {.Name = NAME,                                                               \
   .What = Op::CallNow,                                                        \
   .Object = Primitive::NoArg,                                                 \
   .Reads = READS,                                                             \
   .Writes = WRITES}
#define CALL_NOW(NAME)                                                         \
  {.Name = NAME, .What = Op::CallNow, .Object = Primitive::NoArg}

static const Primitive Functions[] = {
    TIMED_LOCKABLE("std::mutex"),
    TIMED_LOCKABLE("std::recursive_mutex"),
    TIMED_LOCKABLE("std::timed_mutex"),
    TIMED_LOCKABLE("std::recursive_timed_mutex"),
    TIMED_LOCKABLE("std::shared_mutex"),
    TIMED_LOCKABLE("std::shared_timed_mutex"),
    SHARED_LOCKABLE("std::shared_mutex"),
    SHARED_LOCKABLE("std::shared_timed_mutex"),
    MOVABLE_GUARD("std::unique_lock"),
    MOVABLE_GUARD("std::shared_lock"),
    {.Name = "std::lock", .What = Op::LockAll},
    {.Name = "std::try_lock", .What = Op::TryLockAll, .When = Yes},
    CONDITION("std::condition_variable"),
    CONDITION("std::condition_variable_any"),

    {.Name = "std::thread::thread",
     .What = Op::Spawn,
     .Object = This,
     .Second = 0},
    {.Name = "std::jthread::jthread",
     .What = Op::Spawn,
     .Object = This,
     .Second = 0},
    ONE_SHOT("std::thread", "join", Join),
    ONE_SHOT("std::thread", "detach", Detach),
    ONE_SHOT("std::jthread", "join", Join),
    ONE_SHOT("std::jthread", "detach", Detach),
    ONE_SHOT("std::thread", "joinable", Joinable),
    ONE_SHOT("std::jthread", "joinable", Joinable),
    {.Name = "std::thread::swap",
     .What = Op::Swap,
     .Object = This,
     .Second = 0},
    {.Name = "std::jthread::swap",
     .What = Op::Swap,
     .Object = This,
     .Second = 0},
    ONE_SHOT("std::promise", "get_future", AddressOf),
    ONE_SHOT("std::packaged_task", "get_future", AddressOf),
    {.Name = "std::async", .What = Op::Async, .Second = 0},
    ONE_SHOT("std::future", "get", Join),
    ONE_SHOT("std::future", "wait", Join),
    ONE_SHOT("std::shared_future", "get", Join),
    ONE_SHOT("std::shared_future", "wait", Join),
    ONE_SHOT("std::promise", "set_value", Signal),
    ONE_SHOT("std::promise", "set_exception", Signal),
    ONE_SHOT("std::packaged_task", "operator()", Signal),

    {.Name = "std::call_once", .What = Op::Once, .Second = 1},
    ONE_SHOT("std::counting_semaphore", "acquire", Await),
    ONE_SHOT("std::counting_semaphore", "release", Signal),
    {.Name = "std::counting_semaphore::try_acquire",
     .What = Op::TryAwait,
     .Object = This,
     .When = Yes},
    {.Name = "std::counting_semaphore::try_acquire_for",
     .What = Op::TryAwait,
     .Object = This,
     .When = Yes},
    {.Name = "std::counting_semaphore::try_acquire_until",
     .What = Op::TryAwait,
     .Object = This,
     .When = Yes},
    ONE_SHOT("std::latch", "count_down", Signal),
    ONE_SHOT("std::latch", "wait", Await),
    {.Name = "std::latch::try_wait",
     .What = Op::TryAwait,
     .Object = This,
     .When = Yes},
    ONE_SHOT("std::latch", "arrive_and_wait", Meet),
    ONE_SHOT("std::barrier", "arrive_and_wait", Meet),
    ONE_SHOT("std::barrier", "arrive", Signal),
    ONE_SHOT("std::barrier", "wait", Await),
    ONE_SHOT("std::barrier", "arrive_and_drop", Signal),

    {.Name = "std::move", .What = Op::Forward},
    {.Name = "std::forward", .What = Op::Forward},
    {.Name = "std::as_const", .What = Op::Forward},
    {.Name = "std::ref", .What = Op::Forward},
    {.Name = "std::cref", .What = Op::Forward},
    {.Name = "std::addressof", .What = Op::AddressOf},
    {.Name = "std::bind", .What = Op::Bind},
    {.Name = "std::bind_front", .What = Op::Bind},
    {.Name = "std::mem_fn", .What = Op::Bind},
    {.Name = "std::invoke", .What = Op::Invoke},
    {.Name = "std::swap", .What = Op::Swap, .Second = 1},
    {.Name = "std::exchange", .What = Op::Touch, .Reads = 1, .Writes = 1},
    {.Name = "std::getline", .What = Op::Touch, .Reads = 1, .Writes = 2},
    ONE_SHOT("std::reference_wrapper", "get", Pointee),
    ONE_SHOT("std::reference_wrapper", "operator()", Invoke),
    ONE_SHOT("std::function", "operator()", Invoke),
    ONE_SHOT("std::move_only_function", "operator()", Invoke),
    SMART_POINTER("std::unique_ptr"),
    SMART_POINTER("std::shared_ptr"),
    ONE_SHOT("std::optional", "operator*", Element),
    ONE_SHOT("std::optional", "operator->", Element),
    ONE_SHOT("std::optional", "value", Element),
    {.Name = "std::optional::emplace", .What = Op::Insert, .Object = This},
    ONE_SHOT("std::optional", "reset", Clear),
    {.Name = "std::get", .What = Op::Element},
    {.Name = "std::make_unique", .What = Op::Allocate},
    {.Name = "std::make_shared", .What = Op::Allocate},

    SEQUENCE("std::vector"),
    SEQUENCE("std::array"),
    SEQUENCE("std::deque"),
    SEQUENCE("std::list"),
    SEQUENCE("std::forward_list"),
    SEQUENCE("std::basic_string"),
    SEQUENCE("std::map"),
    SEQUENCE("std::multimap"),
    SEQUENCE("std::unordered_map"),
    SEQUENCE("std::unordered_multimap"),
    SEQUENCE("std::set"),
    SEQUENCE("std::multiset"),
    SEQUENCE("std::unordered_set"),
    SEQUENCE("std::unordered_multiset"),
    SEQUENCE("std::queue"),
    SEQUENCE("std::stack"),
    SEQUENCE("std::priority_queue"),
    SEQUENCE("std::span"),
    ITERATOR("__gnu_cxx::__normal_iterator"),
    ITERATOR("std::_Rb_tree_iterator"),
    ITERATOR("std::_Rb_tree_const_iterator"),
    ITERATOR("std::_List_iterator"),
    ITERATOR("std::_List_const_iterator"),
    ITERATOR("std::_Fwd_list_iterator"),
    ITERATOR("std::_Fwd_list_const_iterator"),
    ITERATOR("std::_Deque_iterator"),
    ITERATOR("std::__detail::_Node_iterator"),
    ITERATOR("std::__detail::_Node_const_iterator"),
    ITERATOR("std::__wrap_iter"),
    ITERATOR("std::__map_iterator"),
    ITERATOR("std::__hash_map_iterator"),
    ITERATOR("std::__tree_iterator"),
    ITERATOR("std::__list_iterator"),

    CALL_NOW("std::for_each"),
    CALL_NOW("std::for_each_n"),
    RANGE("std::transform", 1, 0),
    RANGE("std::generate", 0, 1),
    RANGE("std::generate_n", 0, 1),
    RANGE("std::accumulate", 1, 0),
    RANGE("std::reduce", 1, 0),
    RANGE("std::sort", 0, 1),
    RANGE("std::stable_sort", 0, 1),
    RANGE("std::find_if", 1, 0),
    RANGE("std::find_if_not", 1, 0),
    RANGE("std::count_if", 1, 0),
    RANGE("std::any_of", 1, 0),
    RANGE("std::all_of", 1, 0),
    RANGE("std::none_of", 1, 0),
    RANGE("std::remove_if", 0, 1),
    RANGE("std::copy_if", 1, 0),
    RANGE("std::replace_if", 0, 1),
    RANGE("std::partition", 0, 1),
    RANGE("std::max_element", 1, 0),
    RANGE("std::min_element", 1, 0),
    RANGE("std::fill", 0, 1),
    RANGE("std::reverse", 0, 1),
    RANGE("std::shuffle", 0, 1),
    RANGE("std::iota", 0, 1),
    RANGE("std::find", 1, 0),
    RANGE("std::count", 1, 0),
    RANGE("std::copy", 1, 0),
    CALL_NOW("std::erase_if"),
    CALL_NOW("std::apply"),
    CALL_NOW("std::visit"),
    CALL_NOW("std::ranges::__for_each_fn::operator()"),
    CALL_NOW("std::ranges::__transform_fn::operator()"),
    CALL_NOW("std::ranges::__sort_fn::operator()"),
    CALL_NOW("std::ranges::__find_if_fn::operator()"),
    CALL_NOW("std::ranges::__any_of_fn::operator()"),
    CALL_NOW("std::ranges::__all_of_fn::operator()"),
    CALL_NOW("std::ranges::__count_if_fn::operator()"),
    CALL_NOW("std::ranges::__generate_fn::operator()"),
};

static const TypeRow Types[] = {
    {"std::mutex", TypeKind::Lock},
    {"std::timed_mutex", TypeKind::Lock},
    {"std::shared_mutex", TypeKind::Lock},
    {"std::shared_timed_mutex", TypeKind::Lock},
    {"std::recursive_mutex", TypeKind::RecursiveLock},
    {"std::recursive_timed_mutex", TypeKind::RecursiveLock},
    {"std::lock_guard", TypeKind::ScopedGuard},
    {"std::scoped_lock", TypeKind::ScopedGuard},
    {"std::unique_lock", TypeKind::MovableGuard},
    {"std::shared_lock", TypeKind::SharedGuard},
    {"std::thread", TypeKind::Thread},
    {"std::jthread", TypeKind::JoiningThread},
    {"std::future", TypeKind::Task},
    {"std::shared_future", TypeKind::Task},
    {"std::condition_variable", TypeKind::Handover},
    {"std::condition_variable_any", TypeKind::Handover},
    {"std::counting_semaphore", TypeKind::Handover},
    {"std::latch", TypeKind::Handover},
    {"std::barrier", TypeKind::Handover},
    {"std::promise", TypeKind::Handover},
    {"std::packaged_task", TypeKind::Handover},
    {"std::once_flag", TypeKind::Handover},
    {"std::stop_source", TypeKind::Synchronised},
    {"std::stop_token", TypeKind::Synchronised},
    {"std::atomic", TypeKind::Atomic},
    {"std::atomic_flag", TypeKind::Atomic},
    {"std::atomic_ref", TypeKind::Atomic},
    {"std::unique_ptr", TypeKind::SmartPointer},
    {"std::shared_ptr", TypeKind::SmartPointer},
    {"std::reference_wrapper", TypeKind::SmartPointer},
    {"std::vector", TypeKind::Container},
    {"std::array", TypeKind::Container},
    {"std::deque", TypeKind::Container},
    {"std::list", TypeKind::Container},
    {"std::forward_list", TypeKind::Container},
    {"std::basic_string", TypeKind::Container},
    {"std::multimap", TypeKind::Container},
    {"std::unordered_multimap", TypeKind::Container},
    {"std::set", TypeKind::Container},
    {"std::multiset", TypeKind::Container},
    {"std::unordered_set", TypeKind::Container},
    {"std::unordered_multiset", TypeKind::Container},
    {"std::queue", TypeKind::Container},
    {"std::stack", TypeKind::Container},
    {"std::priority_queue", TypeKind::Container},
    {"std::optional", TypeKind::Container},
    {"std::map", TypeKind::GrowingMap},
    {"std::unordered_map", TypeKind::GrowingMap},
    {"std::function", TypeKind::Callable},
    {"std::move_only_function", TypeKind::Callable},
    {"std::basic_ostream", TypeKind::Synchronised},
    {"std::basic_istream", TypeKind::Synchronised},
    {"std::basic_iostream", TypeKind::Synchronised},
};

PrimitiveTable stdPrimitives() { return {Functions, Types}; }

} // namespace heddle
