package org.jieshi.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeCodesTest {

  private static final byte[] RFC_SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** RFC 6238, appendix B, SHA-1; the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037",
      "20000000000,353130"})
  void theCodesAreThoseOfTheStandard(long seconds, String code) {
    Instant then = Instant.ofEpochSecond(seconds);
    assertThat(TimeCodes.code(RFC_SECRET, TimeCodes.step(then))).isEqualTo(code);
    assertThat(TimeCodes.stepOf(RFC_SECRET, code, then)).hasValue(seconds / 30);
  }

  @Test
  void aCodeIsGoodAStepEarlyAndAStepLateAndNoLonger() {
    Instant then = Instant.ofEpochSecond(1_111_111_110);
    String code = TimeCodes.code(RFC_SECRET, TimeCodes.step(then));
    assertThat(TimeCodes.stepOf(RFC_SECRET, code, then.minusSeconds(1))).isPresent();
    assertThat(TimeCodes.stepOf(RFC_SECRET, code, then.minusSeconds(31))).isEmpty();
    assertThat(TimeCodes.stepOf(RFC_SECRET, code, then.plusSeconds(59))).isPresent();
    assertThat(TimeCodes.stepOf(RFC_SECRET, code, then.plusSeconds(60))).isEmpty();
    assertThat(TimeCodes.stepOf(RFC_SECRET, "", then)).isEmpty();
  }

  @Test
  void whatIsOfferedIsWhatAuthenticatorAppsRead() {
    Offer offer = Offer.of(RFC_SECRET, "Jieshi Huashan State Farm", "wei");
    assertThat(offer.key()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    assertThat(new Base32().decode(offer.key())).isEqualTo(RFC_SECRET);
    assertThat(offer.uri()).isEqualTo("otpauth://totp/Jieshi%20Huashan%20State%20Farm:wei"
        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Jieshi%20Huashan%20State%20Farm");
    assertThat(offer.path()).startsWith("M4 4h1v1h-1z").doesNotContain("M0 0");
    assertThat(offer.modules()).isBetween(41, 61);
    assertThat(offer).hasToString("Offer");
  }
}
