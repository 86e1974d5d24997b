package org.jieshi.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class BoxTest {

  @Test
  void theUpperRightCornerComesFirst() {
    assertThat(Box.of(new Envelope(108.25, 108.5, 21.75, 22)).literal()).isEqualTo("((108.5,22.0),(108.25,21.75))");
  }

  @Test
  void thereIsNoWindowAroundNothing() {
    assertThatThrownBy(() -> Box.of(new Envelope())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWindowDoesNotLieTheWrongWayRound() {
    assertThatThrownBy(() -> new Box(109, 21, 108, 22)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWindowHasFourNumbers() {
    assertThatThrownBy(() -> new Box(108, Double.NaN, 109, 22)).isInstanceOf(IllegalArgumentException.class);
  }
}
