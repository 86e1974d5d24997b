package org.jieshi.registration.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.jieshi.registration.investigation.Holder.Type;
import org.jieshi.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Numbers of persons go out masked and come back as they are on record, never as somebody else's. */
class InvestigationFormTest {

  private static final Holder HUANG = person("黄某", "450721198001010011");
  private static final Holder WEI = person("韦某", "450721197502020021");
  private static final Holder FARM = new Holder("华山农场", Type.ENTERPRISE, "91450721MA5KABCD1X", null, null, null, null, null);

  @Test
  void onlyNumbersOfPersonsAreMasked() {
    assertThat(form(HUANG, FARM, person("谢某", null)).masked().allHolders()).extracting(Holder::identityNumber)
        .containsExactly("450**************1", "91450721MA5KABCD1X", null);
    assertThat(InvestigationForm.EMPTY.masked()).isEqualTo(InvestigationForm.EMPTY);
    assertThat(InvestigationForm.EMPTY.allHolders()).isEmpty();
  }

  @Test
  void aMaskedNumberThatComesBackIsTheOneOnRecord() {
    InvestigationForm recorded = form(HUANG, FARM);

    assertThat(recorded.masked().unmasked(recorded)).isEqualTo(recorded);
    assertThat(form(WEI, person("谢某", null)).unmasked(recorded)).as("given whole, or not at all")
        .isEqualTo(form(WEI, person("谢某", null)));
    assertThat(InvestigationForm.EMPTY.unmasked(recorded)).isEqualTo(InvestigationForm.EMPTY);
  }

  @Test
  void aPersonWhoIsNamedAnewKeepsTheNumber() {
    assertThat(form(person("黄大某", "450**************1")).unmasked(form(HUANG, FARM)).allHolders())
        .containsExactly(person("黄大某", "450721198001010011"));
  }

  @Test
  void ofSeveralWhoLookTheSameTheNameDecides() {
    InvestigationForm recorded = form(person("谢某", null), HUANG, WEI);

    assertThat(form(WEI.masked()).unmasked(recorded).allHolders()).containsExactly(WEI);
    assertThatThrownBy(() -> form(person("谢某", "450**************1")).unmasked(recorded))
        .isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem().detail().en())
            .isEqualTo("谢某: give the whole identity number."));
  }

  @Test
  void aMaskedNumberOfNobodyOnRecordIsRefused() {
    assertThatThrownBy(() -> form(HUANG.masked()).unmasked(null)).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> form(HUANG.masked()).unmasked(form(FARM))).isInstanceOf(ProblemException.class);
  }

  private static InvestigationForm form(Holder... holders) {
    return new InvestigationForm(Arrays.asList(holders), "谢某", "F49", "路", "河", "山", "沟", null, "无", "草图 1", "甲", null, "说明",
        "乙", null, InvestigationForm.Method.ANALYTIC, true);
  }

  private static Holder person(String name, @Nullable String number) {
    return new Holder(name, Type.PERSON, number, null, null, null, null, null);
  }
}
