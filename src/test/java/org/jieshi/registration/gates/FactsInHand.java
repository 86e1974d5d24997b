package org.jieshi.registration.gates;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieshi.fees.FeeStanding;
import org.jieshi.registration.documents.DocumentKind;
import org.jieshi.registration.documents.RequiredDocument;
import org.jieshi.registration.gates.Facts.Contention;
import org.jieshi.registration.gates.Facts.Forestry;
import org.jieshi.registration.gates.Facts.Reply;
import org.jieshi.registration.gates.Officers.Office;
import org.jieshi.registration.investigation.BoundaryBasis;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.Investigation;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.Neighbour;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.Pointing;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.registration.investigation.UseDecision;
import org.jieshi.registration.notice.Notice;
import org.jieshi.registration.notice.NoticeFacts;
import org.jieshi.registration.notice.Objection;
import org.jieshi.registration.overrides.GateOverride;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an application that passes every gate, each of which a test may take away. The notice of Monday
 * 2012-03-05 over 15 working days ends on Monday 2012-03-26.
 */
public final class FactsInHand {

  public static final LocalDate PUBLISHED = LocalDate.of(2012, 3, 5);
  public static final LocalDate DEADLINE = LocalDate.of(2012, 3, 26);
  public static final LandUse ORCHARD = new LandUse("GB/T 21010-2007", "021");
  private static final Instant NOON = Instant.parse("2012-03-05T04:00:00Z");

  LocalDate today = DEADLINE.plusDays(1);
  WorkingDays calendar = new WorkingDays(Set.of(2012), Map.of());
  Officers officers = new Officers("surveyor", "reviewer", "approver", "approver", Office.APPROVER);
  TitleFacts title = new TitleFacts("华山农场", RightKind.FARMLAND_USE, RightNature.ALLOCATION, "新圩镇", null, ORCHARD, null);
  @Nullable ParcelNow parcel = parcel(1, "hash-1", 0.05);
  @Nullable Investigation investigation = investigation(1, "hash-1", Pointing.BOTH_SIGNED);
  @Nullable Integer noticeDays = 15;
  @Nullable Notice notice = notice(title, parcel, 15, DEADLINE);
  List<Objection> objections = List.of();
  Contention contention = new Contention(List.of(), List.of(), false);
  Forestry forestry = new Forestry(true, List.of(), false, Reply.NOT_ASKED, null);
  boolean minutes;
  @Nullable FeeStanding fees = new FeeStanding(null, List.of(), null, null);
  @Nullable List<RequiredDocument> required =
      List.of(new RequiredDocument(DocumentKind.APPLICATION_FORM, "土地登记办法 第九条"));
  Set<DocumentKind> present = EnumSet.of(DocumentKind.APPLICATION_FORM);
  @Nullable List<Bilingual> liveCertificates = List.of();
  List<GateOverride> overrides = List.of();
  @Nullable UseDecision useDecision;

  public Facts facts() {
    return new Facts(today, calendar, officers, title, parcel, investigation, noticeDays, notice, objections,
        contention, forestry, minutes, fees, required, present, liveCertificates, overrides, useDecision);
  }

  List<String> unmet(Rule rule) {
    return rule.unmet(facts()).stream().map(unmet -> unmet.gate() + " " + unmet.fact().en()).toList();
  }

  static ParcelNow parcel(int version, String hash, @Nullable Double accuracy) {
    return new ParcelNow(1, "450721001002GN00001", version, hash, new BigDecimal("10000.00"), accuracy, true);
  }

  static Investigation investigation(int version, String hash, Pointing pointing) {
    return new Investigation(version, hash, BoundaryBasis.FARM_1987_CERTIFICATE, "灵林证字第1号", PUBLISHED,
        List.of(new Neighbour("大岭村", "N", pointing, PUBLISHED, null)), null, "surveyor", NOON);
  }

  static Notice notice(TitleFacts title, ParcelNow parcel, int workingDays, LocalDate deadline) {
    return new Notice("N2012-0001", "示2012-0001", "A2012-0001", 1, parcel.code(), parcel.version(),
        parcel.boundaryHash(), "华山农场", new Bilingual("en", "zh"), NoticeFacts.of(title, Holding.ALONE, parcel).hash(), "场部公告栏",
        workingDays, PUBLISHED, deadline, "reviewer", NOON, null, null);
  }

  static Objection objection(Objection.Status status, @Nullable String caseNumber) {
    boolean answered = status != Objection.Status.OPEN;
    return new Objection("O2012-0001", "异2012-0001", "N2012-0001", "A2012-0001", "黄某", "138", "界线不符", null, NOON,
        status, answered ? "答复" : null, answered ? "reviewer" : null, answered ? NOON : null, caseNumber);
  }
}
