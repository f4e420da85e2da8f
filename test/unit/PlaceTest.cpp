//===- PlaceTest.cpp - places, values and the tables of primitives --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/places/Place.h"
#include "analysis/primitives/Primitives.h"
#include "clang/AST/ASTContext.h"
#include "clang/Frontend/ASTUnit.h"
#include "clang/Tooling/Tooling.h"
#include "gtest/gtest.h"
#include <random>
#include <set>

using namespace clang;
using namespace heddle;

namespace {

constexpr unsigned Rounds = 4000;

constexpr char Program[] = R"cpp(
struct Inner { int Lock; int *Pointer; };
struct Node { int Lock; int Other; Inner Part; Inner Parts[4]; Node *Next; };
union Either { int Left; float Right; };
struct Bits { unsigned One : 3, Two : 5; int Whole; unsigned Three : 2; };
Node First, Second;
Node *Pointer;
Either Choice;
Bits Fields;
int Numbers[4];
thread_local int Own;
void f(Node *Argument, int Number);
)cpp";

class PlaceTest : public testing::Test {
protected:
  static void SetUpTestSuite() {
    Unit = tooling::buildASTFromCode(Program, "program.cpp").release();
  }
  static void TearDownTestSuite() { delete Unit; }

  template <typename T> static const T *find(llvm::StringRef Name) {
    for (const Decl *D :
         Unit->getASTContext().getTranslationUnitDecl()->decls())
      if (const auto *Named = dyn_cast<T>(D))
        if (Named->getName() == Name && !D->isImplicit())
          return Named;
    return nullptr;
  }
  static const FieldDecl *field(llvm::StringRef Record, llvm::StringRef Name) {
    for (const FieldDecl *F : find<RecordDecl>(Record)->fields())
      if (F->getName() == Name)
        return F;
    return nullptr;
  }
  const Place *global(llvm::StringRef Name) {
    return Places.variable(find<VarDecl>(Name));
  }
  unsigned below(unsigned N) {
    return std::uniform_int_distribution<unsigned>(0, N - 1)(Random);
  }

  const Place *root() {
    const FunctionDecl *F = find<FunctionDecl>("f");
    switch (below(5)) {
    case 0:
      return global("First");
    case 1:
      return global("Second");
    case 2:
      return Places.deref(Places.load(global("Pointer")));
    case 3:
      return Places.deref(Places.load(Places.param(0, F->getParamDecl(0))));
    default:
      return Places.thisObject();
    }
  }
  const Value *index() {
    switch (below(5)) {
    case 0:
      return nullptr;
    case 1:
      return Places.counted();
    case 2:
      return Places.load(
          Places.param(1, find<FunctionDecl>("f")->getParamDecl(1)));
    default:
      return Places.constant(below(3));
    }
  }
  /// A random path that the types allow.
  const Place *place() {
    const Place *P = root();
    if (below(5) == 0)
      return P;
    for (unsigned I = below(3); I > 0; --I)
      P = Places.deref(Places.load(Places.field(P, field("Node", "Next"))));
    switch (below(5)) {
    case 0:
      return Places.field(P, field("Node", "Lock"));
    case 1:
      return Places.field(P, field("Node", "Other"));
    case 2:
      return Places.field(Places.field(P, field("Node", "Part")),
                          field("Inner", "Lock"));
    case 3:
      return Places.index(Places.field(P, field("Node", "Parts")), index());
    default:
      return Places.field(
          Places.index(Places.field(P, field("Node", "Parts")), index()),
          field("Inner", "Lock"));
    }
  }

  static ASTUnit *Unit;
  std::mt19937 Random{19700101};
  PlaceFactory Places;
};
ASTUnit *PlaceTest::Unit;

//===----------------------------------------------------------------------===//
// Interning and normal forms
//===----------------------------------------------------------------------===//

TEST_F(PlaceTest, EqualPathsAreOnePlace) {
  std::mt19937 Start = Random;
  std::vector<const Place *> Once;
  for (unsigned Round = 0; Round < Rounds; ++Round)
    Once.push_back(place());
  Random = Start;
  for (const Place *P : Once)
    ASSERT_EQ(place(), P);
}

TEST_F(PlaceTest, SerialNumbersNameThePlaces) {
  for (unsigned Round = 0; Round < Rounds; ++Round)
    for (const Place *P = place(); P; P = P->base()) {
      ASSERT_EQ(Places.byId(P->id()), P);
      ASSERT_EQ(P->isRoot(), P->base() == nullptr);
      if (P->base()) {
        ASSERT_EQ(P->root(), P->base()->root());
        ASSERT_LT(P->base()->id(), P->id());
      }
    }
}

TEST_F(PlaceTest, AddressAndDerefUndoEachOther) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    const Place *P = place();
    ASSERT_EQ(Places.deref(Places.address(P)), P);
    const Value *Pointer = Places.load(P);
    ASSERT_EQ(Places.address(Places.deref(Pointer)), Pointer);
    ASSERT_EQ(Places.derefAll(Places.address(P)).size(), 1u);
  }
  EXPECT_EQ(Places.deref(nullptr), nullptr);
  EXPECT_EQ(Places.address(nullptr), nullptr);
  EXPECT_EQ(Places.load(nullptr), nullptr);
  EXPECT_TRUE(Places.derefAll(nullptr).empty());
  EXPECT_EQ(Places.deref(Places.constant(0)), nullptr);
}

TEST_F(PlaceTest, PathsAreBounded) {
  const Place *P = global("First");
  const FieldDecl *Pointer = field("Inner", "Lock");
  for (unsigned I = 0; I < 1000 && P; ++I)
    P = Places.deref(Places.load(P));
  EXPECT_EQ(P, nullptr);
  EXPECT_EQ(Places.field(nullptr, Pointer), nullptr);
  EXPECT_EQ(Places.index(nullptr, nullptr), nullptr);
}

TEST_F(PlaceTest, ALinkFollowedOftenIsTheLinkFollowedOnce) {
  const FieldDecl *Next = field("Node", "Next");
  const Place *Once = Places.field(global("First"), Next);
  const Place *P = Once;
  for (unsigned I = 0; I < 20; ++I) {
    P = Places.field(Places.deref(Places.load(P)), Next);
    ASSERT_EQ(P, Once);
  }
}

TEST_F(PlaceTest, MembersOfAUnionAreThePlaceOfTheUnion) {
  const Place *Whole = global("Choice");
  EXPECT_EQ(Places.field(Whole, field("Either", "Left")), Whole);
  EXPECT_EQ(Places.field(Whole, field("Either", "Right")), Whole);
}

TEST_F(PlaceTest, AdjacentBitFieldsAreOneMemoryLocation) {
  const Place *Whole = global("Fields");
  const Place *One = Places.field(Whole, field("Bits", "One"));
  EXPECT_EQ(Places.field(Whole, field("Bits", "Two")), One);
  EXPECT_NE(Places.field(Whole, field("Bits", "Whole")), One);
  EXPECT_NE(Places.field(Whole, field("Bits", "Three")), One);
}

TEST_F(PlaceTest, KindsOfVariables) {
  EXPECT_EQ(global("First")->kind(), Place::Global);
  EXPECT_EQ(global("Own")->kind(), Place::ThreadLocal);
}

TEST_F(PlaceTest, NamesAreSpelledAsInTheProgram) {
  const Place *First = global("First");
  const Place *Behind = Places.deref(Places.load(global("Pointer")));
  const FieldDecl *Lock = field("Node", "Lock");
  EXPECT_EQ(Places.field(First, Lock)->str(), "First.Lock");
  EXPECT_EQ(Behind->str(), "*Pointer");
  EXPECT_EQ(Places.field(Behind, Lock)->str(), "Pointer->Lock");
  EXPECT_EQ(Places.index(global("Numbers"), Places.constant(2))->str(),
            "Numbers[2]");
  EXPECT_EQ(Places.field(Places.thisObject(), Lock)->str(), "Lock");
}

//===----------------------------------------------------------------------===//
// Comparing
//===----------------------------------------------------------------------===//

TEST_F(PlaceTest, ComparisonsAreReflexiveAndSymmetric) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    const Place *A = place(), *B = place();
    ASSERT_TRUE(mayOverlap(A, A));
    ASSERT_TRUE(mayBeSameLock(A, A));
    ASSERT_EQ(mayOverlap(A, B), mayOverlap(B, A))
        << A->str() << " " << B->str();
    ASSERT_EQ(mayBeSameLock(A, B), mayBeSameLock(B, A))
        << A->str() << " " << B->str();
  }
}

TEST_F(PlaceTest, APartOverlapsItsWholeAndNotItsPointee) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    const Place *P = place();
    for (const Place *Whole = P; Whole; Whole = Whole->base()) {
      ASSERT_TRUE(mayOverlap(P, Whole)) << P->str();
      if (Whole->kind() == Place::Deref)
        break;
    }
    ASSERT_FALSE(mayOverlap(P, Places.deref(Places.load(P)))) << P->str();
  }
}

TEST_F(PlaceTest, DifferentObjectsDoNotOverlap) {
  const FieldDecl *Lock = field("Node", "Lock"),
                  *Other = field("Node", "Other");
  const Place *First = global("First"), *Second = global("Second");
  EXPECT_FALSE(mayOverlap(First, Second));
  EXPECT_FALSE(
      mayOverlap(Places.field(First, Lock), Places.field(Second, Lock)));
  EXPECT_FALSE(
      mayOverlap(Places.field(First, Lock), Places.field(First, Other)));
  EXPECT_FALSE(
      mayBeSameLock(Places.field(First, Lock), Places.field(Second, Lock)));
}

TEST_F(PlaceTest, ElementsOverlapUnlessTheirIndicesDiffer) {
  const Place *Array = global("Numbers");
  auto Element = [&](const Value *Index) { return Places.index(Array, Index); };
  const Place *Zero = Element(Places.constant(0));
  EXPECT_FALSE(mayOverlap(Zero, Element(Places.constant(1))));
  EXPECT_TRUE(mayOverlap(Zero, Element(nullptr)));
  EXPECT_TRUE(mayOverlap(Zero, Element(Places.counted())));
  EXPECT_TRUE(mayOverlap(Zero, Array));
}

TEST_F(PlaceTest, LocksBehindPointers) {
  const FieldDecl *Lock = field("Node", "Lock"),
                  *Other = field("Node", "Other");
  const Place *Behind = Places.deref(Places.load(global("Pointer")));
  const Place *First = global("First");
  EXPECT_TRUE(
      mayBeSameLock(Places.field(Behind, Lock), Places.field(First, Lock)));
  EXPECT_FALSE(
      mayBeSameLock(Places.field(Behind, Lock), Places.field(First, Other)));
  EXPECT_FALSE(mayBeSameLock(Places.field(Behind, Lock), First));
  EXPECT_TRUE(mayBeSameLock(Behind, First));
}

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

TEST_F(PlaceTest, ComputedFromConstantsIsCounted) {
  const Value *One = Places.constant(1), *Counted = Places.counted();
  const Value *Loaded = Places.load(global("Pointer"));
  const Value *Other = Places.load(global("First"));
  const Value *Thread = Places.perThread();
  EXPECT_EQ(Places.computed(One, Places.constant(2)), Counted);
  EXPECT_EQ(Places.computed(Counted, Places.below(4)), Counted);
  EXPECT_EQ(Places.computed(One, nullptr), nullptr);
  EXPECT_EQ(Places.computed(nullptr, One), nullptr);
  EXPECT_EQ(Places.computed(Thread, One), Thread);
  const Value *Derived = Places.computed(Loaded, One);
  ASSERT_NE(Derived, nullptr);
  EXPECT_EQ(Derived->kind(), Value::Derived);
  EXPECT_EQ(Derived->place(), Loaded->place());
  EXPECT_EQ(Places.computed(Derived, One), Derived);
  EXPECT_EQ(Places.computed(Loaded, Other), nullptr);
}

TEST_F(PlaceTest, ComputedIsSymmetric) {
  std::vector<const Value *> All = {
      nullptr,           Places.constant(0), Places.constant(5),
      Places.nonZero(),  Places.counted(),   Places.below(3),
      Places.perThread()};
  for (const char *Name : {"First", "Second"}) {
    All.push_back(Places.load(global(Name)));
    All.push_back(Places.address(global(Name)));
    All.push_back(Places.computed(All[All.size() - 2], Places.constant(1)));
  }
  for (const Value *A : All)
    for (const Value *B : All)
      EXPECT_EQ(Places.computed(A, B), Places.computed(B, A));
}

TEST_F(PlaceTest, ASteppedCounterIsCounted) {
  const Value *Counted = Places.counted();
  EXPECT_EQ(Places.stepped(Places.constant(0)), Counted);
  EXPECT_EQ(Places.stepped(Counted), Counted);
  EXPECT_EQ(Places.stepped(nullptr), nullptr);
  EXPECT_EQ(Places.stepped(Places.load(global("First"))), nullptr);
  const Place *Array = global("Numbers");
  const Value *Walking =
      Places.address(Places.index(Array, Places.constant(0)));
  const Value *Any = Places.address(Places.index(Array, Counted));
  EXPECT_EQ(Places.stepped(Walking), Any);
  EXPECT_EQ(Places.stepped(Any), Any);
  EXPECT_EQ(Places.stepped(Places.address(Array)), nullptr);
}

TEST_F(PlaceTest, MovedPointersStayInTheirArray) {
  const Place *Array = global("Numbers");
  auto Element = [&](const Value *Index) {
    return Places.address(Places.index(Array, Index));
  };
  auto Constant = [&](int N) { return Places.constant(N); };
  EXPECT_EQ(Places.moved(nullptr, Constant(1)), nullptr);
  EXPECT_EQ(Places.moved(Element(Constant(1)), Constant(0)),
            Element(Constant(1)));
  EXPECT_EQ(Places.moved(Element(Constant(1)), Constant(2)),
            Element(Constant(3)));
  EXPECT_EQ(Places.moved(Element(Constant(0)), nullptr), Element(nullptr));
  EXPECT_EQ(Places.moved(Element(Constant(1)), Places.counted()),
            Element(Places.counted()));
  const Value *Either =
      Places.either(Element(Constant(0)), Element(Constant(1)));
  const Value *Both = Places.moved(Either, Constant(1));
  EXPECT_EQ(Both, Places.either(Element(Constant(1)), Element(Constant(2))));
}

TEST_F(PlaceTest, AChoiceIsFlatAndBounded) {
  std::vector<const Value *> Addresses;
  for (unsigned I = 0; I < 10; ++I)
    Addresses.push_back(
        Places.address(Places.index(global("Numbers"), Places.constant(I))));
  const Value *A = Addresses[0], *B = Addresses[1], *C = Addresses[2];
  EXPECT_EQ(Places.either(A, A), A);
  EXPECT_EQ(Places.either(A, nullptr), nullptr);
  const Value *AB = Places.either(A, B);
  EXPECT_EQ(AB->kind(), Value::OneOf);
  EXPECT_EQ(Places.either(AB, B), AB);
  EXPECT_EQ(Places.either(AB, C), Places.either(A, Places.either(B, C)));
  EXPECT_EQ(Places.derefAll(AB).size(), 2u);
  const Value *Sum = A;
  for (const Value *Next : Addresses)
    Sum = Places.either(Sum, Next);
  EXPECT_EQ(Sum, nullptr);
}

//===----------------------------------------------------------------------===//
// Tables
//===----------------------------------------------------------------------===//

std::vector<PrimitiveTable> tables() {
  return {stdPrimitives(), pthreadPrimitives(), c11Primitives(),
          libcPrimitives(), boostPrimitives()};
}

TEST(Primitives, NamesAreUnique) {
  std::set<llvm::StringRef> Functions, Types;
  for (const PrimitiveTable &Table : tables()) {
    for (const Primitive &Row : Table.Functions)
      EXPECT_TRUE(Functions.insert(Row.Name).second) << Row.Name.str();
    for (const TypeRow &Row : Table.Types)
      EXPECT_TRUE(Types.insert(Row.Name).second) << Row.Name.str();
  }
}

TEST(Primitives, NamesAreQualifiedAndPlain) {
  for (const PrimitiveTable &Table : tables())
    for (const Primitive &Row : Table.Functions) {
      EXPECT_FALSE(Row.Name.empty());
      EXPECT_FALSE(Row.Name.starts_with("::")) << Row.Name.str();
      EXPECT_FALSE(Row.Name.ends_with("::")) << Row.Name.str();
      if (!Row.Name.contains("operator")) {
        EXPECT_EQ(Row.Name.find_first_of(" <>()"), llvm::StringRef::npos)
            << Row.Name.str();
      }
    }
}

TEST(Primitives, RolesAreArgumentsOrTheObject) {
  constexpr int MostArguments = 16;
  for (const PrimitiveTable &Table : tables())
    for (const Primitive &Row : Table.Functions) {
      for (int Role : {Row.Object, Row.Second}) {
        EXPECT_GE(Role, Primitive::NoArg) << Row.Name.str();
        EXPECT_LT(Role, MostArguments) << Row.Name.str();
      }
      bool Method = Row.Name.contains("::");
      EXPECT_TRUE(Row.Object != Primitive::ThisArg || Method) << Row.Name.str();
      EXPECT_NE(Row.What, Op::None) << Row.Name.str();
    }
}

TEST(Primitives, RowsSayWhatTheirOperationNeeds) {
  for (const PrimitiveTable &Table : tables())
    for (const Primitive &Row : Table.Functions) {
      std::string Name = Row.Name.str();
      switch (Row.What) {
      case Op::TryLock:
      case Op::TryLockAll:
      case Op::GuardTryLock:
      case Op::TryAwait:
        EXPECT_NE(Row.When, Success::Always) << Name;
        break;
      case Op::Wait:
      case Op::Spawn:
      case Op::Once:
      case Op::Swap:
      case Op::InitLock:
        EXPECT_NE(Row.Second, Primitive::NoArg) << Name;
        break;
      case Op::Lock:
      case Op::Unlock:
        EXPECT_EQ(Row.When, Success::Always) << Name;
        EXPECT_EQ(Row.Failure, 0) << Name;
        break;
      default:
        break;
      }
      if (Row.Failure) {
        EXPECT_EQ(Row.When, Success::Zero) << Name;
      }
    }
}

} // namespace
