package org.jieshi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeenCodesTest {

  @Test
  void noTwoOfAHundredThousandDifferentCodesAreTakenForTheSame() {
    assertThat(seen(IntStream.range(0, 100_000).mapToObj("450721001003GN%05d"::formatted)).mayRepeat()).isFalse();
    assertThat(seen(Stream.of("A", null, "B", null)).mayRepeat()).isFalse();
  }

  @Test
  void aRepetitionIsSeenHoweverFarApart() {
    assertThat(seen(Stream.concat(IntStream.range(0, 100_000).mapToObj(String::valueOf), Stream.of("7"))).mayRepeat())
        .isTrue();
  }

  @Test
  void codesThatAreStoredAlikeMayBeTheSame() {
    assertThat(seen(Stream.of("A\0", "A")).mayRepeat()).isTrue();
    assertThat(seen(Stream.of("A\ud800", "A\ud801")).mayRepeat()).isTrue();
  }

  @Test
  void pastTheLimitNothingIsKnown() {
    SeenCodes codes = new SeenCodes(3);
    Stream.of("1", "2", "3").forEach(codes::add);
    assertThat(codes.mayRepeat()).isFalse();
    codes.add("4");
    assertThat(codes.mayRepeat()).isTrue();
  }

  private static SeenCodes seen(Stream<String> all) {
    SeenCodes codes = new SeenCodes();
    all.forEach(codes::add);
    return codes;
  }
}
