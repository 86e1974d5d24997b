package org.jieshi.registration.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.registration.investigation.Holder.Type;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** L1 and L2. */
class HolderRulesTest {

  @Test
  void sharesThatSumToExactlyOnePass() {
    assertThat(HolderRules.refusal(List.of(farm(1L, 3L), village(1L, 3L), farm(1L, 3L)))).isEmpty();
    assertThat(HolderRules.refusal(List.of(farm(1L, 6L), village(5L, 6L)))).isEmpty();
    assertThat(HolderRules.refusal(List.of(farm(null, null)))).isEmpty();
    List<Holder> many = new ArrayList<>();
    for (long i = 0; i < 49; i++) {
      many.add(farm(1L, 49L));
    }
    assertThat(HolderRules.refusal(many)).as("where binary fractions would fail").isEmpty();
  }

  @Test
  void anyOtherSumIsRefusedWithTheSum() {
    assertThat(HolderRules.refusal(List.of(farm(1L, 2L), village(1L, 3L)))).get().satisfies(problem -> {
      assertThat(problem.detail().en()).isEqualTo("holders: the shares sum to 5/6, not to 1.");
      assertThat(problem.detail().zh()).contains("5/6");
    });
    assertThat(HolderRules.refusal(List.of(farm(333_333L, 1_000_000L), farm(333_333L, 1_000_000L),
        farm(333_333L, 1_000_000L)))).get().extracting(problem -> problem.detail().en())
        .isEqualTo("holders: the shares sum to 999999/1000000, not to 1.");
  }

  @Test
  void sharesOfSomeAreNoShares() {
    assertThat(HolderRules.refusal(List.of(farm(1L, 1L), village(null, null)))).isPresent();
    assertThat(HolderRules.refusal(List.of(farm(1L, null)))).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"11010519491231002X, true", "11010519491231002x, true", "110105194912310021, false",
      "110105491231002, true", "12345, false"})
  void identityCardsHaveTheirCheckCharacter(String number, boolean right) {
    assertThat(HolderRules.isIdentityCard(number)).isEqualTo(right);
  }

  @Test
  void fieldsThatDoNotFitTheTypeAndPartiesNamedTwiceAreWarnedOf() {
    Holder person = new Holder("黄某", Type.PERSON, "12345", "谢某", null, null, null, null);
    Holder farm = new Holder("华山农场", Type.ENTERPRISE, null, null, null, null, null, null);

    assertThat(HolderRules.warnings(List.of(person, farm, farm))).extracting(warning -> warning.en()).contains(
        "123*5 is no identity card number of a person (黄某).",
        "黄某 is a person and has no legal representative; an agent is stated as such.",
        "华山农场 has no identity number.", "华山农场 is an organisation without a legal representative.",
        "华山农场 stands there twice.");
    assertThat(HolderRules.warnings(List.of(farm(1L, 1L)))).isEmpty();
  }

  /** L2 word for word: what fits the type is not warned of. */
  @Test
  void everyTypeHasTheFieldsThatGoWithIt() {
    assertThat(warnings(new Holder("黄某", Type.PERSON, "11010519491231002X", null, null, null, null, null))).isEmpty();
    assertThat(warnings(new Holder("黄某", Type.PERSON, " ", " ", null, null, null, null)))
        .containsExactly("黄某 has no identity number.");
    assertThat(warnings(new Holder("华山农场", Type.ENTERPRISE, "11010519491231002X", "谢某", null, null, null, null)))
        .as("eighteen characters of a credit code").isEmpty();
    assertThat(warnings(new Holder("华山农场", Type.ENTERPRISE, "4507-21", " ", null, null, null, null))).containsExactly(
        "4507-21 is neither a social credit code nor an organisation code (华山农场).",
        "华山农场 is an organisation without a legal representative.");
    assertThat(warnings(new Holder("宗祠", Type.OTHER, "4507-21", null, null, null, null, null)))
        .as("whatever is none of these").isEmpty();
    assertThat(warnings(new Holder("宗祠", Type.OTHER, "4507-21", "族长", null, null, null, null))).isEmpty();
  }

  @Test
  void aPartyIsTheSameByNameOrByNumber() {
    Holder one = new Holder("黄某", Type.OTHER, "4507-21", null, null, null, null, null);

    assertThat(warnings(one, new Holder(" 黄某", Type.OTHER, "4507-22", null, null, null, null, null)))
        .containsExactly("黄某 stands there twice.");
    assertThat(warnings(one, new Holder("韦某", Type.OTHER, " 4507-21 ", null, null, null, null, null)))
        .containsExactly("韦某 stands there twice.");
    assertThat(warnings(one, new Holder("韦某", Type.OTHER, "4507-22", null, null, null, null, null))).isEmpty();
  }

  @Test
  void halfAFractionIsNoShareWhicheverHalfItIs() {
    assertThat(HolderRules.refusal(List.of(farm(null, 2L), farm(1L, 2L)))).isPresent();
    assertThat(HolderRules.refusal(List.of(farm(null, 2L)))).isPresent();
  }

  private static List<String> warnings(Holder... holders) {
    return HolderRules.warnings(List.of(holders)).stream().map(Bilingual::en).toList();
  }

  private static Holder farm(@Nullable Long share, @Nullable Long of) {
    return new Holder("华山农场", Type.ENTERPRISE, "91450721MA5KABCD1X", "谢某", null, null, share, of);
  }

  private static Holder village(@Nullable Long share, @Nullable Long of) {
    return new Holder("大岭村", Type.COLLECTIVE, "12345678-9", "韦某", null, null, share, of);
  }
}
