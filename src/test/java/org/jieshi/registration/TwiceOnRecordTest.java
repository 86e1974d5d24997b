package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.registration.FilesInHand.another;
import static org.jieshi.registration.FilesInHand.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jieshi.registration.documents.ApplicationDocument;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.InvestigationForm;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** L2: no duplicate party, right or source. */
class TwiceOnRecordTest {

  private static final Holder FARM = new Holder("华山农场", Holder.Type.ENTERPRISE, "91450721MA5K12345X", "李四", null, null,
      null, null);

  @Test
  void aPartyThatIsNamedTwiceIsSaid() {
    assertThat(TwiceOnRecord.parties(found(BoundaryBasis.APPROVAL, "桂政土[1987]12号", FARM, FARM)))
        .containsExactly(new Bilingual("华山农场 stands there twice.", "权利人 华山农场 重复。"));
    assertThat(TwiceOnRecord.parties(found(BoundaryBasis.APPROVAL, "桂政土[1987]12号", FARM))).isEmpty();
    assertThat(TwiceOnRecord.parties(found(BoundaryBasis.APPROVAL, "桂政土[1987]12号"))).as("no form yet").isEmpty();
    assertThat(TwiceOnRecord.parties(null)).as("not surveyed yet").isEmpty();
  }

  @Test
  void theSameKindOfRightCertifiedBeforeIsSaidByItsApplication() {
    Application own = application(ApplicationState.NOTICED);

    assertThat(TwiceOnRecord.rights(own, List.of(own,
        another("0002", ApplicationState.CERTIFIED, RightKind.FARMLAND_USE)))).containsExactly(new Bilingual(
            "The same kind of right was certified on this parcel before, by application 申2012-0002.",
            "本宗地的同类权利曾经申请 申2012-0002 发证。"));
  }

  @ParameterizedTest
  @EnumSource(value = ApplicationState.class, names = "CERTIFIED", mode = EnumSource.Mode.EXCLUDE)
  void anApplicationThatWasNeverCertifiedIsNoRight(ApplicationState state) {
    assertThat(TwiceOnRecord.rights(application(ApplicationState.NOTICED),
        List.of(another("0002", state, RightKind.FARMLAND_USE)))).isEmpty();
  }

  @Test
  void rightsOfAnotherKindStandBesideEachOtherAndNoneIsItsOwnDouble() {
    Application certified = application(ApplicationState.CERTIFIED);

    assertThat(TwiceOnRecord.rights(certified, List.of(certified))).isEmpty();
    assertThat(TwiceOnRecord.rights(certified,
        List.of(another("0002", ApplicationState.CERTIFIED, RightKind.CONSTRUCTION_LAND_USE)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"APPROVAL, true", "AGREEMENT, true", "FARM_1987_CERTIFICATE, false", "HISTORY_AND_PRESENT_USE, false"})
  void onlyAnApprovalOrAnAgreementIsTheSourceOfOneParcelAlone(BoundaryBasis basis, boolean own) {
    assertThat(TwiceOnRecord.ownSource(found(basis, "桂政土[1987]12号"))).isEqualTo(own ? "桂政土[1987]12号" : null);
  }

  @Test
  void withoutADocumentThereIsNoSourceToCompare() {
    assertThat(TwiceOnRecord.ownSource(found(BoundaryBasis.APPROVAL, null))).isNull();
    assertThat(TwiceOnRecord.ownSource(null)).isNull();
  }

  @Test
  void everyOtherParcelThatRestsOnTheSourceIsNamed() {
    assertThat(TwiceOnRecord.sources("桂政土[1987]12号", List.of("P-2", "P-3"))).containsExactly(
        new Bilingual("The document 桂政土[1987]12号 is the source of parcel P-2 too.", "文件 桂政土[1987]12号 同时为宗地 P-2 的权属来源。"),
        new Bilingual("The document 桂政土[1987]12号 is the source of parcel P-3 too.", "文件 桂政土[1987]12号 同时为宗地 P-3 的权属来源。"));
  }

  @Test
  void oneFileUnderTwoNamesIsOneSource() {
    ApplicationDocument source = file(1, DocumentKind.SOURCE_OF_RIGHT, "5a5a");

    assertThat(TwiceOnRecord.files(List.of(source, file(2, DocumentKind.SOURCE_OF_RIGHT, "5a5a")))).containsExactly(
        new Bilingual("The same file stands twice as source of the right.", "权属来源材料中有重复文件。"));
    assertThat(TwiceOnRecord.files(List.of(source, file(2, DocumentKind.SOURCE_OF_RIGHT, "6b6b")))).isEmpty();
    assertThat(TwiceOnRecord.files(List.of(source, file(2, DocumentKind.OTHER, "5a5a"),
        file(3, DocumentKind.OTHER, "5a5a"))))
        .as("only sources are compared").isEmpty();
    assertThat(TwiceOnRecord.files(List.of())).isEmpty();
  }

  private static ApplicationDocument file(long id, DocumentKind kind, String sha256) {
    return new ApplicationDocument(id, "A2012-0001", kind, id + ".pdf", "application/pdf", 100, sha256, "surveyor",
        Instant.EPOCH);
  }

  private static Investigation found(BoundaryBasis basis, @Nullable String document, Holder... holders) {
    InvestigationForm form = holders.length == 0 ? null : new InvestigationForm(List.of(holders), null, null, null, null,
        null, null, null, null, null, null, null, null, null, null, null, null);
    return new Investigation(1, "hash", basis, document, LocalDate.of(2012, 3, 5), List.of(), null, "surveyor",
        Instant.EPOCH, form, null);
  }
}
