package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

  private final List<Integer> taken = new ArrayList<>();

  @Test
  void resultsComeInTheOrderOfTheWorkWhicheverIsDoneFirst() {
    CountDownLatch secondDone = new CountDownLatch(1);
    try (InOrder<Integer> work = new InOrder<>("in-order", taken::add)) {
      work.give(() -> {
        if (Runtime.getRuntime().availableProcessors() > 1) {
          secondDone.await();
        }
        return 0;
      });
      work.give(() -> {
        secondDone.countDown();
        return 1;
      });
      IntStream.range(2, 500).forEach(number -> work.give(() -> number));
      work.finish();
    }
    assertThat(taken).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
  }

  @Test
  void onlyAHandfulIsUnderWay() {
    CountDownLatch held = new CountDownLatch(1);
    int handful = 2 * Runtime.getRuntime().availableProcessors() + 1;
    try (InOrder<Integer> work = new InOrder<>("in-order", taken::add)) {
      IntStream.range(0, handful).forEach(number -> work.give(() -> {
        held.await();
        return number;
      }));
      assertThat(taken).isEmpty();
      held.countDown();
      work.give(() -> handful);
      assertThat(taken).containsExactly(0);
    }
  }

  @Test
  void whatKeptAPieceFromBeingDoneIsThrownWhereItsResultWasWanted() {
    try (InOrder<Integer> work = new InOrder<>("in-order", taken::add)) {
      work.give(() -> 1);
      work.give(() -> {
        throw new Cancelled(7);
      });
      work.give(() -> 3);
      assertThatThrownBy(work::finish).isInstanceOf(Cancelled.class);
    }
    assertThat(taken).containsExactly(1);
  }
}
