package org.jieshi.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FarTilesTest {

  private static final TileAddress TILE = new TileAddress(TileLayer.PARCELS, 10, 823, 446);
  private static final TileAddress OTHER = new TileAddress(TileLayer.PARCELS, 10, 824, 446);

  private final FarTiles far = new FarTiles(3L * FarTiles.HEAVY);
  private final AtomicInteger drawn = new AtomicInteger();

  @AfterEach
  void stop() {
    far.stop();
  }

  @Test
  void aLightTileIsDrawnForWhoeverAsks() {
    assertThat(far.of(TILE, () -> light(1)).bytes()).startsWith(1);
    assertThat(far.of(TILE, () -> light(2)).bytes()).startsWith(2);
    assertThat(far.takeRenewed()).isFalse();
  }

  @Test
  void ofAHeavyOneTheLastDrawingIsGivenAtOnceAndTheNextOneMadeBeside() {
    CountDownLatch mayDraw = new CountDownLatch(1);
    far.of(TILE, () -> heavy(1));

    assertThat(far.of(TILE, () -> {
      waitFor(mayDraw);
      return heavy(2);
    }).bytes()).startsWith(1);
    assertThat(far.takeRenewed()).isFalse();
    mayDraw.countDown();

    await().until(far::takeRenewed);
    assertThat(far.of(TILE, () -> heavy(3)).bytes()).startsWith(2);
  }

  @Test
  void howeverManyAskItIsMadeOnce() {
    CountDownLatch mayDraw = new CountDownLatch(1);
    far.of(TILE, () -> heavy(1));
    far.of(OTHER, () -> heavy(1));
    far.of(OTHER, () -> {
      waitFor(mayDraw);
      return heavy(2);
    });
    for (int i = 0; i < 10; i++) {
      far.of(TILE, () -> heavy(drawn.incrementAndGet()));
    }
    mayDraw.countDown();

    await().until(() -> far.of(TILE, () -> heavy(100)).bytes()[0] == 1 && drawn.get() == 1);
  }

  @Test
  void nobodyIsToldOfATileThatIsTheSame() {
    far.of(TILE, () -> heavy(1));
    far.of(TILE, () -> heavy(1));
    far.of(OTHER, () -> heavy(1));
    far.of(OTHER, () -> heavy(2)); // drawn after the first

    await().until(far::takeRenewed);
    assertThat(far.takeRenewed()).isFalse();
  }

  @Test
  void oneThatFailedIsMadeWhenItIsAskedForAgain() {
    far.of(TILE, () -> heavy(1));
    far.of(TILE, () -> {
      drawn.incrementAndGet();
      throw new IllegalStateException("no database");
    });
    await().until(() -> drawn.get() == 1);

    await().until(() -> far.of(TILE, () -> heavy(2)).bytes()[0] == 2);
  }

  @Test
  void whatIsMoreThanTheMemoryAllowsIsForgottenTheLongestUnseenFirst() {
    TileAddress third = new TileAddress(TileLayer.PARCELS, 10, 825, 446);
    TileAddress fourth = new TileAddress(TileLayer.PARCELS, 10, 826, 446);
    for (TileAddress tile : new TileAddress[] {TILE, OTHER, third, fourth}) {
      far.of(tile, () -> heavy(1));
    }

    assertThat(far.of(TILE, () -> heavy(9)).bytes()).startsWith(9);
    assertThat(far.of(fourth, () -> heavy(9)).bytes()).startsWith(1);
  }

  private static DrawnTile light(int first) {
    return tile(first, 10);
  }

  private static DrawnTile heavy(int first) {
    return tile(first, FarTiles.HEAVY);
  }

  private static DrawnTile tile(int first, int length) {
    byte[] bytes = new byte[length];
    bytes[0] = (byte) first;
    return DrawnTile.of(bytes);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
