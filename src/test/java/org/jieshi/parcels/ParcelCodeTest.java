package org.jieshi.parcels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jieshi.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelCodeTest {

  @Test
  void theUnitNumberOfBareLandFollowsFromTheParcelCode() {
    ParcelCode code = ParcelCode.of("450721001002GN00001");

    assertThat(code).isEqualTo(new ParcelCode("450721001002", "GN", 1)).hasToString("450721001002GN00001");
    assertThat(code.unitNumber()).isEqualTo("450721001002GN00001W00000000").hasSize(28);
    assertThat(UnitNumber.isValid(code.unitNumber())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"450721001002GN00001F00010001", "450721001002GL00012L00000001", "450721001002ZW99999Q12345678",
      "450721001002JA00001W00000000", "450721001002GH00001W00000000"})
  void theseAreUnitNumbers(String number) {
    assertThat(UnitNumber.isValid(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"450721001002GN00001W00000001", "450721001002GA00001W00000000", "450721001002GN00000W00000000",
      "450721001002GN00001X00000000", "450721001002GN00001W0000000", "450721001002GN00001", "450721001002JG00001W00000000"})
  void theseAreNot(String number) {
    assertThat(UnitNumber.isValid(number)).isFalse();
  }

  @Test
  void aCodeOfAnotherFormIsRefusedByName() {
    assertThatThrownBy(() -> ParcelCode.of("450721001002GA00001")).isInstanceOf(ProblemException.class)
        .hasMessageContaining("450721001002GA00001");
    assertThat(ParcelCode.find("2012-07-0001")).isEmpty();
  }
}
