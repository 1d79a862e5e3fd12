package dev.dragoman.runtime.execute.mock.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.runtime.execute.mock.state.CallerState.FullException;
import dev.dragoman.runtime.execute.mock.state.StoredItem.Origin;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerStateTest {
  private static final Address SEVEN = new Address("/things", "7");

  private final CallerState state = new CallerState();

  private static StoredItem item(Origin origin, String values, String... ids) {
    return new StoredItem(Set.of(ids), values, origin);
  }

  private static StoredItem created(String... ids) {
    return item(Origin.CREATED, "{}", ids);
  }

  @Test
  void anItemIsFoundByEachOfItsIds() {
    StoredItem item = created("7", "K-7");
    state.put(SEVEN, item);
    Address key = new Address("/things", "K-7");
    assertThat(state.here(SEVEN)).contains(item);
    assertThat(state.here(key)).contains(item);
    assertThat(state.find(key)).contains(item);
    assertThat(state.kept(key)).isEqualTo(SEVEN);
    assertThat(state.kept(new Address("/things", "8"))).isEqualTo(new Address("/things", "8"));
    assertThat(state.here(new Address("/others", "7"))).isEmpty();
  }

  @Test
  void theLatestItemIsFirst() {
    for (String id : new String[] {"1", "2", "3"}) {
      state.put(new Address("/things", id), created(id));
    }
    state.put(new Address("/things", "2"), item(Origin.CREATED, "{\"a\":1}", "2"));
    assertThat(state.items("/things"))
        .extracting(StoredItem::ids)
        .extracting(Set::toString)
        .containsExactly("[1]", "[2]", "[3]");
    assertThat(state.latest("/things"))
        .extracting(StoredItem::ids)
        .extracting(Set::toString)
        .containsExactly("[3]", "[2]", "[1]");
    assertThat(state.items("/others")).isEmpty();
  }

  @Test
  void whatWasCreatedBelowAnItemIsKnownByItsShorterPath() {
    StoredItem comment = created("1");
    state.put(new Address("/issues/7/comments", "1"), comment);
    Address shorter = new Address("/issues/comments", "1");
    assertThat(state.find(shorter)).contains(comment);
    assertThat(state.here(shorter)).isEmpty();
    assertThat(state.kept(shorter)).isEqualTo(new Address("/issues/7/comments", "1"));
    assertThat(state.find(new Address("/issues/comments", "2"))).isEmpty();
  }

  @Test
  void theItemsOfAnotherItemAreOthers() {
    state.put(new Address("/issues/7/labels", "bug"), created("bug"));
    Address other = new Address("/issues/8/labels", "bug");
    assertThat(state.find(other)).isEmpty();
    assertThat(state.kept(other)).isEqualTo(other);
    assertThat(state.find(new Address("/issues/7/tags", "bug"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"CHANGED", "REPLACED"})
  void whatWasOnlyChangedBelongsToItsPath(Origin origin) {
    state.put(new Address("/issues/7/comments", "1"), item(origin, "{}", "1"));
    assertThat(state.find(new Address("/issues/comments", "1"))).isEmpty();
  }

  @Test
  void whatWasDeletedIsGoneWithEverythingInIt() {
    state.put(SEVEN, created("7"));
    state.put(new Address("/things/7/labels", "a"), created("a"));
    assertThat(state.isGone("/things/7")).isFalse();
    state.delete(SEVEN);
    assertThat(state.isGone("/things/7")).isTrue();
    assertThat(state.isGone("/things/7/labels/a")).isTrue();
    assertThat(state.isGone("/things/77")).isFalse();
    assertThat(state.isGone("/things")).isFalse();
    assertThat(state.isDeleted(SEVEN)).isTrue();
    assertThat(state.here(SEVEN)).isEmpty();
    assertThat(state.isTouched("/things")).isTrue();
  }

  @Test
  void whatIsPutAgainIsThereByEachOfItsIds() {
    Address key = new Address("/things", "K-7");
    state.delete(SEVEN);
    state.delete(key);
    state.put(SEVEN, created("7", "K-7"));
    assertThat(state.isGone("/things/7")).isFalse();
    assertThat(state.isGone("/things/K-7")).isFalse();
    assertThat(state.isDeleted(key)).isFalse();
  }

  @Test
  void anEmptiedCollectionStaysEmpty() {
    state.put(SEVEN, created("7"));
    state.clear("/things");
    assertThat(state.items("/things")).isEmpty();
    assertThat(state.isCleared("/things")).isTrue();
    assertThat(state.startsEmpty("/things")).isTrue();
    assertThat(state.isTouched("/things")).isTrue();
    assertThat(state.isCleared("/others")).isFalse();
    assertThat(state.startsEmpty("/others")).isFalse();
    assertThat(state.isTouched("/others")).isFalse();
    assertThat(state.isGone("/things/7")).isFalse();
  }

  @Test
  void whatIsBelowANewItemStartsEmpty() {
    state.put(SEVEN, created("7", "K-7"));
    state.put(new Address("/things", "8"), item(Origin.CHANGED, "{}", "8"));
    assertThat(state.startsEmpty("/things/7/labels")).isTrue();
    assertThat(state.startsEmpty("/things/7/a/1/b")).isTrue();
    assertThat(state.startsEmpty("/things/K-7/labels")).as("by another of its ids").isTrue();
    assertThat(state.startsEmpty("/things/8/labels")).isFalse();
    assertThat(state.startsEmpty("/things/9/labels")).isFalse();
    assertThat(state.startsEmpty("/things")).isFalse();
  }

  @Test
  void numbersCountByKind() {
    assertThat(state.next("things")).isEqualTo(1);
    assertThat(state.next("things")).isEqualTo(2);
    assertThat(state.next("others")).isEqualTo(1);
  }

  @Test
  void itemsAreBounded() {
    for (int number = 0; number < CallerState.MAX_ITEMS; number++) {
      state.put(new Address("/things", "i" + number), created("i" + number));
    }
    assertThatThrownBy(() -> state.put(SEVEN, created("7")))
        .isInstanceOf(FullException.class)
        .hasMessageContaining("2000 items");
    assertThatThrownBy(() -> state.delete(SEVEN)).isInstanceOf(FullException.class);
    assertThatThrownBy(() -> state.clear("/others")).isInstanceOf(FullException.class);
    assertThat(state.here(SEVEN)).isEmpty();
    assertThat(state.isGone("/things/7")).isFalse();
    Address first = new Address("/things", "i0");
    state.put(first, item(Origin.CREATED, "{\"a\":1}", "i0"));
    assertThat(state.here(first)).as("a change takes no further place").isPresent();
    state.clear("/things");
    state.put(SEVEN, created("7"));
    assertThat(state.items("/things")).hasSize(1);
  }

  @Test
  void bytesAreBounded() {
    StoredItem large = item(Origin.CREATED, "x".repeat(CallerState.MAX_BYTES / 4), "7");
    state.put(SEVEN, large);
    int before = state.bytes();
    assertThatThrownBy(() -> state.put(new Address("/things", "8"), large))
        .isInstanceOf(FullException.class);
    assertThat(state.bytes()).isEqualTo(before);
    state.put(SEVEN, created("7"));
    assertThat(state.bytes()).isLessThan(1_000);
    state.put(new Address("/things", "8"), large);
    assertThat(state.bytes()).isGreaterThan(CallerState.MAX_BYTES / 2);
  }

  @Test
  void aDeletionThatDoesNotFitChangesNothing() {
    Address deep = new Address("/" + "x".repeat(500), "1");
    state.put(deep, created("1"));
    int rest = CallerState.MAX_BYTES - state.bytes();
    StoredItem filler = item(Origin.CREATED, "x".repeat((rest - 500) / 2), "7");
    state.put(SEVEN, filler);
    assertThatThrownBy(() -> state.delete(deep)).isInstanceOf(FullException.class);
    assertThat(state.here(deep)).isPresent();
    assertThat(state.isDeleted(deep)).isFalse();
  }

  @Test
  void itemsThatComeAndGoTakeNoPlaceForEver() {
    for (int round = 0; round < 2 * CallerState.MAX_ITEMS; round++) {
      state.put(SEVEN, created("7"));
      state.delete(SEVEN);
    }
    assertThat(state.bytes()).isLessThan(1_000);
    state.put(SEVEN, created("7"));
    assertThat(state.here(SEVEN)).isPresent();
  }
}
