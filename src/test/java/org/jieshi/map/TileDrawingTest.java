package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jieshi.map.RegisterChanges.Changed;
import org.jieshi.map.RegisterChanges.ChangedArea;
import org.jieshi.store.Box;
import org.junit.jupiter.api.Test;

class TileDrawingTest {

  private static final TileAddress TILE = new TileAddress(TileLayer.PARCELS, 10, 823, 446);

  private final TileCache cache = new TileCache(1 << 20);
  private final TileDrawing drawing = new TileDrawing(cache);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void whoAsksForATileThatIsBeingDrawnGetsThatOne() throws Exception {
    cache.forget(new Changed(7, true, List.of()));
    Future<DrawnTile> first = waiting(() -> drawing.shared(TILE, 7, this::slowly));
    Future<DrawnTile> second = waiting(() -> drawing.shared(TILE, 7, TileDrawingTest::again));
    cache.forget(new Changed(8, false, List.of(new ChangedArea(TileLayer.CLAIMS, new Box(109, 22, 110, 23)))));
    Future<DrawnTile> third = waiting(() -> drawing.shared(TILE, 8, TileDrawingTest::again));
    mayEnd.countDown();

    assertThat(second.get().bytes()).isEqualTo(first.get().bytes());
    assertThat(third.get().bytes()).isEqualTo(first.get().bytes());
    assertThat(cache.find(TILE)).isNotNull();
  }

  @Test
  void whoKnowsOfAChangeOnItGetsOneThatWasBegunAfterIt() throws Exception {
    cache.forget(new Changed(7, true, List.of()));
    Future<DrawnTile> first = waiting(() -> drawing.shared(TILE, 7, this::slowly));
    cache.forget(new Changed(8, false, List.of(new ChangedArea(TileLayer.PARCELS, new Box(109, 22, 110, 23)))));

    assertThat(drawing.shared(TILE, 8, () -> new byte[] {8}).bytes()).containsExactly(8);
    mayEnd.countDown();
    assertThat(first.get().bytes()).containsExactly(1);
    assertThat(cache.find(TILE).bytes()).containsExactly(8);
  }

  @Test
  void aFailureIsEverybodysAndTheNextOneTriesAgain() {
    assertThatThrownBy(() -> drawing.shared(TILE, 7, () -> {
      throw new IllegalStateException("no database");
    })).hasMessage("no database");

    assertThat(drawing.shared(TILE, 7, () -> new byte[] {7}).bytes()).containsExactly(7);
  }

  /** Somebody who has asked and waits by now. */
  private static Future<DrawnTile> waiting(Callable<DrawnTile> asking) {
    FutureTask<DrawnTile> task = new FutureTask<>(asking);
    Thread person = new Thread(task);
    person.start();
    while (person.getState() != Thread.State.WAITING && !task.isDone()) {
      Thread.onSpinWait();
    }
    return task;
  }

  private static byte[] again() {
    throw new IllegalStateException("drawn a second time");
  }

  private byte[] slowly() {
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new byte[] {1};
  }
}
