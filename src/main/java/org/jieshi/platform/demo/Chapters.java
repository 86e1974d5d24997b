package org.jieshi.platform.demo;

import static org.jieshi.platform.demo.DemoPeople.REVIEWER;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The farm's story, chapter by chapter, with its days (domain.md §0). */
class Chapters {

  /** The last of the 92 parcels: {@code JIESHI_DEMO_UNTIL=last-parcel} leaves it to the person who plays. */
  static final String LAST_PARCEL = "last-parcel";

  private static final int APPLIED_FOR_IN_2013 = 14;

  private final DemoOffice office;
  private final SurveyFiles files;
  private final Titles titles;
  private final Quarrels quarrels;

  Chapters(DemoOffice office, SurveyFiles files, DemoClock clock) {
    this.office = office;
    this.files = files;
    this.titles = new Titles(office, new Batches(office), clock);
    this.quarrels = new Quarrels(office, clock);
  }

  List<Chapter> all() {
    return List.of(
        new Chapter("ground", "2011: towns, villages, the farm, old certificates 行政界线、农场范围、旧证", this::ground),
        new Chapter("survey-2011", "2011: survey of three sub-farms 三个分场测量", this::surveyOf2011),
        new Chapter("survey-2012", "2012: survey of two sub-farms, the villages' claims 两个分场测量、村集体主张",
            this::surveyOf2012),
        new Chapter("titles-2012", "2012: notice, review, 91 certificates 公示、审核、发证 91 宗", this::titlesOf2012),
        new Chapter(LAST_PARCEL, "2012: a quarrel settled, the 92nd certificate 争议调解、第 92 宗发证", this::lastParcel),
        new Chapter("encroachment", "2013: encroachments 侵占", this::encroachment),
        new Chapter("pending", "2013: land not yet certified, disputes 待发证地与争议", this::pending),
        new Chapter("departments", "2013: departments, patrols, a complaint 部门协同、巡查、投诉",
            new Departments(office)::tell));
  }

  private void ground() {
    titles.moveTo(LocalDate.of(2011, Month.MARCH, 7));
    List.of("01-towns.zip", "02-villages.zip", "03-subfarms.zip").forEach(files::bring);
    files.bring("30-certificate-1987.zip", Map.of("basis", "FARM_1987_CERTIFICATE"));
    files.bring("60-forest-certificates.zip", Map.of("basis", "FOREST_CERTIFICATE"));
  }

  private void surveyOf2011() {
    survey("10-parcels-2011-batch1.zip", LocalDate.of(2011, Month.APRIL, 25));
    survey("11-parcels-2011-batch2.zip", LocalDate.of(2011, Month.JULY, 12));
    survey("12-parcels-2011-batch3.zip", LocalDate.of(2011, Month.OCTOBER, 28));
  }

  private void surveyOf2012() {
    survey("13-parcels-2012-batch4.zip", LocalDate.of(2012, Month.JANUARY, 16));
    survey("14-parcels-2012-batch5.zip", LocalDate.of(2012, Month.APRIL, 19));
    titles.moveTo(LocalDate.of(2012, Month.MAY, 10));
    files.bring("40-claims-villages.zip");
  }

  private void survey(String file, LocalDate day) {
    titles.moveTo(day);
    files.bring(file);
    titles.applyAndSurvey(surveyed(), day.minusDays(5));
  }

  private void titlesOf2012() {
    List<String> ids = openApplications();
    titles.moveTo(LocalDate.of(2012, Month.MAY, 21));
    titles.publish(ids);
    titles.moveTo(LocalDate.of(2012, Month.JUNE, 13));
    titles.reviewAndApprove(ids);
    titles.consult(ids, LocalDate.of(2012, Month.JULY, 9));
    titles.moveTo(LocalDate.of(2012, Month.JULY, 16));
    titles.settleRegisterAndCertify(ids, "灵财票(2012)第0716号");
  }

  private void lastParcel() {
    titles.moveTo(LocalDate.of(2012, Month.JULY, 18));
    files.bring("15-parcels-2012-last.zip");
    titles.applyAndSurvey(surveyed(), LocalDate.of(2012, Month.JUNE, 20));
    List<String> ids = openApplications();
    quarrels.open("OWNERSHIP").forEach(quarrels::openAndAccept);
    for (String stage : List.of("ACCEPTED", "COPIED", "ANSWERED", "MEDIATION", "AGREED")) {
      quarrels.inStage(stage).forEach(id -> quarrels.mediateToAgreement(id, LocalDate.of(2012, Month.AUGUST, 6),
          LocalDate.of(2012, Month.AUGUST, 20), "灵土调〔2012〕1号"));
    }
    quarrels.inStage("CLOSED").forEach(quarrels::receive);
    titles.moveTo(LocalDate.of(2012, Month.AUGUST, 22));
    titles.publish(ids);
    titles.moveTo(LocalDate.of(2012, Month.SEPTEMBER, 17));
    titles.review(ids);
    titles.decideInMeeting(ids, "灵国土资局务〔2012〕9号");
    titles.consult(ids, LocalDate.of(2012, Month.OCTOBER, 15));
    titles.settleRegisterAndCertify(ids, "灵财票(2012)第1015号");
  }

  private void encroachment() {
    titles.moveTo(LocalDate.of(2012, Month.DECEMBER, 17));
    files.bring("51-encroachments-earlier.zip");
    titles.moveTo(LocalDate.of(2013, Month.JULY, 16));
    files.bring("50-encroachments-2013.zip");
    quarrels.open("TRESPASS").stream()
        .filter(conflict -> since(conflict).isAfter(LocalDate.of(2012, Month.DECEMBER, 31)))
        .forEach(conflict -> quarrels.receive(quarrels.openAndAccept(conflict)));
  }

  private LocalDate since(JsonNode conflict) {
    JsonNode claim = office.get(REVIEWER, "/api/claims/{id}", conflict.get("right").get("code").asString());
    return LocalDate.parse(claim.get("since").asString());
  }

  private void pending() {
    titles.moveTo(LocalDate.of(2013, Month.JULY, 22));
    files.bring("20-parcels-2013-pending.zip");
    List<String> parcels = surveyed();
    int left = Math.max(0, APPLIED_FOR_IN_2013 - openApplications().size());
    titles.applyAndSurvey(parcels.subList(0, Math.min(left, parcels.size())), LocalDate.of(2013, Month.MARCH, 15));
    List<String> cases = quarrels.open("OWNERSHIP").stream().limit(4).map(quarrels::openAndAccept).toList();
    cases.stream().limit(2).forEach(quarrels::receive);
    titles.moveTo(LocalDate.of(2013, Month.AUGUST, 5));
    List<String> undisputed = new ArrayList<>();
    for (String id : openApplications()) {
      JsonNode application = office.get(REVIEWER, "/api/applications/{id}", id);
      boolean held = application.get("unmet").valueStream().anyMatch(gate -> gate.get("gate").asString().equals("W2"));
      if (!held) {
        undisputed.add(id);
      } else if (application.get("state").asString().equals("SURVEYED")) {
        office.act(REVIEWER, "/api/applications/" + id, "suspend",
            Map.of("reason", "宗地存在权属争议，移交调解。", "cause", "DISPUTE"));
      }
    }
    titles.publish(undisputed.subList(0, undisputed.size() / 2));
    titles.moveTo(LocalDate.of(2013, Month.AUGUST, 12));
  }

  /** Parcels on the map that nobody has applied for. */
  private List<String> surveyed() {
    List<String> codes = new ArrayList<>();
    office.get(REVIEWER, "/api/parcels?status=SURVEYED&size=1000").get("items")
        .forEach(parcel -> codes.add(parcel.get("code").asString()));
    return codes;
  }

  private List<String> openApplications() {
    List<String> ids = new ArrayList<>();
    office.get(REVIEWER, "/api/applications?open=true&size=500").get("items")
        .forEach(line -> ids.add(line.get("id").asString()));
    return ids;
  }
}
