package org.jieshi.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.startsWith;
import static org.jieshi.registration.Office.ADMINISTRATOR;
import static org.jieshi.registration.Office.APPROVER;
import static org.jieshi.registration.Office.MANAGER;
import static org.jieshi.registration.Office.PASSWORD;
import static org.jieshi.registration.Office.REVIEWER;
import static org.jieshi.registration.Office.SURVEYOR;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.audit.AuditVerifier;
import org.jieshi.registration.investigation.Holder;
import org.jieshi.registration.notice.Notices;
import org.jieshi.shared.TestClock;
import org.jieshi.store.EachDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The public's desk, the cashier's and the administrator's, over HTTP. */
@EachDatabase
@AutoConfigureMockMvc
@Import(Office.class)
class DesksIT {

  private static final String OBJECTION = """
      {"person": "黄某", "contact": "138 0000 0000", "ground": "该地为我村所有", "evidence": "1962年四固定材料"}
      """;

  @Autowired MockMvc http;
  @Autowired Office office;
  @Autowired Notices notices;
  @Autowired ObjectionDesk objections;
  @Autowired ApplicationReading reading;
  @Autowired AuditVerifier verifier;
  @Autowired TestClock clock;

  @BeforeEach
  void atTheBeginningOfMarch2012() {
    clock.set(TestClock.START);
    office.open();
  }

  @AfterEach
  void everyChangeIsOnRecord() {
    assertThat(verifier.verify().faults()).isEmpty();
  }

  @Test
  void whoeverObjectsSeesTheAnswerByReceiptAndCodeAndNobodyElseDoes() throws Exception {
    String receipt = lodge(office.noticedByNow());
    String number = JsonPath.read(receipt, "$.receipt");
    String code = JsonPath.read(receipt, "$.code");
    assertThat(code).matches("[2-9A-HJ-NP-TV-Z]{5}-[2-9A-HJ-NP-TV-Z]{5}");

    ask(number, code.toLowerCase().replace("-", " ")).andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("OPEN")).andExpect(jsonPath("$.answer").doesNotExist());
    ask(number, "AAAAA-AAAAA").andExpect(status().isNotFound());
    ask("异2012-9999", code).andExpect(status().isNotFound());
    String id = "O" + number.substring(1);
    http.perform(multipart("/api/notices/evidence").file(new MockMultipartFile("file", "地图.pdf", "application/pdf",
            "synthetic map".getBytes())).param("receipt", number).param("code", code).with(csrf()))
        .andExpect(status().isCreated());
    http.perform(multipart("/api/notices/evidence").file(new MockMultipartFile("file", "地图.pdf", "application/pdf",
        "x".getBytes())).param("receipt", number).param("code", "AAAAA-AAAAA").with(csrf())).andExpect(status().isNotFound());
    String listed = http.perform(get("/api/objections/" + id + "/evidence").with(httpBasic(REVIEWER, PASSWORD)))
        .andExpect(jsonPath("$.length()").value(1)).andExpect(jsonPath("$[0].fileName").value("地图.pdf"))
        .andReturn().getResponse().getContentAsString();
    int file = JsonPath.read(listed, "$[0].id");
    http.perform(get("/api/objections/" + id + "/evidence/" + file).with(httpBasic(REVIEWER, PASSWORD)))
        .andExpect(content().bytes("synthetic map".getBytes()));
    http.perform(get("/api/objections/" + id + "/evidence").with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(status().isForbidden());

    office.as(REVIEWER, () -> objections.reject(id, "界线与1987年山界林权证一致。"));
    ask(number, code).andExpect(jsonPath("$.status").value("REJECTED"))
        .andExpect(jsonPath("$.answer").value("界线与1987年山界林权证一致。"))
        .andExpect(jsonPath("$.person").doesNotExist()).andExpect(jsonPath("$.contact").doesNotExist());
    http.perform(multipart("/api/notices/evidence").file(new MockMultipartFile("file", "地图.pdf", "application/pdf",
        "late".getBytes())).param("receipt", number).param("code", code).with(csrf())).andExpect(status().isConflict());
  }

  @Test
  void anAddressThatFloodsIsHeldBackAndOthersAreNot() throws Exception {
    for (int i = 0; i < 20; i++) {
      flood("10.1.2.3").andExpect(status().isNotFound());
    }
    flood("10.1.2.3").andExpect(status().is(429)).andExpect(jsonPath("$.code").value("TOO_MANY_TRIES"))
        .andExpect(jsonPath("$.detailZh", startsWith("本小时内该地址的此类请求已达 20 次")));
    flood("10.1.2.4").andExpect(status().isNotFound());
  }

  @Test
  void theNoticesOfADayArePrintedWithListMapAndFrozenText() throws Exception {
    clock.set(LocalDate.of(2012, 5, 8));
    String first = notices.latest(office.noticedByNow()).orElseThrow().number();
    String second = notices.latest(office.noticedByNow()).orElseThrow().number();

    byte[] pdf = http.perform(get("/api/notices/print").param("publishedOn", "2012-05-08")).andExpect(status().isOk())
        .andExpect(content().contentType(MediaType.APPLICATION_PDF)).andReturn().getResponse().getContentAsByteArray();
    assertThat(printed(pdf)).contains("土地权属调查结果公示", first, second, "共 2 宗", "位置示意图", "界线指纹 SHA-256", "权利人：华山农场");
    http.perform(get("/api/notices/print").param("publishedOn", "2012-05-09")).andExpect(status().isNotFound());
  }

  @Test
  void scenariosStandSideBySideExactToTheCent() throws Exception {
    http.perform(get("/api/fees/scenarios").param("area", "19066300").param("landClass", "AGRICULTURAL")
            .param("date", "2012-06-01").with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(status().isOk()).andExpect(jsonPath("$.length()").value(2))
        .andExpect(jsonPath("$[0].source").value("桂涉价字[1994]210号")).andExpect(jsonPath("$[0].charged").value(true))
        .andExpect(jsonPath("$[0].undisputed.amount").value(953315.00))
        .andExpect(jsonPath("$[0].disputed.amount").value(953315.00))
        .andExpect(jsonPath("$[1].source").value("桂价费字[1999]423号")).andExpect(jsonPath("$[1].charged").value(false))
        .andExpect(jsonPath("$[1].status.zh").value("拟议方案，未获批准"))
        .andExpect(jsonPath("$[1].undisputed.amount").value(0.00))
        .andExpect(jsonPath("$[1].disputed.amount").value(381326.00));
    http.perform(get("/api/fees/scenarios").param("area", "-1").param("landClass", "AGRICULTURAL")
        .with(httpBasic(MANAGER, PASSWORD))).andExpect(status().is(422));
  }

  @Test
  void aTariffIsAddedWithItsCapAndEndedAndNothingIsRewritten() throws Exception {
    String tariff = """
        {"code": "TEST-2041", "validFrom": "2041-01-01", "status": "in force", "statusZh": "执行", "source": "测价字[2041]1号",
         "rates": [{"landClass": "AGRICULTURAL", "basis": "PER_SQUARE_METRE", "rate": 0.05, "cap": 400.00}]}
        """;
    tariff(REVIEWER, tariff).andExpect(status().isForbidden());
    tariff(ADMINISTRATOR, tariff.replace("\"rate\": 0.05", "\"rate\": -1")).andExpect(status().is(422));
    tariff(ADMINISTRATOR, tariff).andExpect(status().isCreated()).andExpect(jsonPath("$.recordedBy").value(ADMINISTRATOR));
    tariff(ADMINISTRATOR, tariff).andExpect(status().isConflict());
    tariff(ADMINISTRATOR, tariff.replace("TEST-2041", "TEST-2041-B")).andExpect(status().is(422))
        .andExpect(jsonPath("$.detail").value("validFrom: tariff TEST-2041 begins on the same day for agricultural land."));
    scenario("2041-06-01").andExpect(jsonPath("$[0].tariff").value("TEST-2041"))
        .andExpect(jsonPath("$[0].undisputed.amount").value(400.00));
    http.perform(post("/api/fees/tariffs/TEST-2041/end").with(httpBasic(ADMINISTRATOR, PASSWORD))
            .contentType(MediaType.APPLICATION_JSON).content("{\"lastDay\": \"2041-05-31\", \"source\": \"测价字[2041]2号\"}"))
        .andExpect(status().isOk()).andExpect(jsonPath("$.validTo").value("2041-05-31"));
    scenario("2041-06-01").andExpect(jsonPath("$[0].tariff").value("CN-2019-45"));
    scenario("2041-05-31").andExpect(jsonPath("$[0].tariff").value("TEST-2041"));
  }

  @Test
  void whatWasPaidGoesBackOnlyWhereNothingHasToStayAndTheSheetShowsIt() throws Exception {
    String id = office.apply(office.parcel());
    office.take(REVIEWER, id, new Command.SettleFees("R-1", clock.today()));
    assertThatThrownBy(() -> office.take(APPROVER, id, refund("500.00"))).hasMessageContaining(
        "INVALID_FIELD: amount: at most 0.00 yuan can go back for %s: 500.00 are paid and 500.00 have to stay.".formatted(id));
    assertThat(offered(id)).doesNotContain("refund-fees");
    office.take(SURVEYOR, id, new Command.Withdraw("不再申请"));
    assertThat(offered(id)).containsExactly("refund-fees");
    office.take(APPROVER, id, refund("500.00"));
    assertThat(offered(id)).isEmpty();
    assertThatThrownBy(() -> office.take(APPROVER, id, refund("0.01"))).hasMessageContaining("at most 0.00 yuan");

    byte[] pdf = http.perform(get("/api/applications/" + id + "/fees.pdf").with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
    assertThat(printed(pdf)).contains("土地登记费核定单", "10000.00 m² × 0.05 元/m²", "500.00 元", "桂涉价字[1994]210号",
        "对照方案", "桂价费字[1999]423号", "R-1", "退费", "−500.00");
  }

  @Test
  void aSettingHoldsFromADayThatHasNotPassedAndForWhatIsAppliedForFromThenOn() throws Exception {
    String before = office.noticedByNow();
    setting("notice-periods", "{\"rightKind\": \"FARMLAND_USE\", \"validFrom\": \"2012-03-04\", \"workingDays\": 20, "
        + "\"source\": \"x\"}").andExpect(status().is(422));
    setting("notice-periods", "{\"rightKind\": \"FARMLAND_USE\", \"validFrom\": \"2012-03-07\", \"workingDays\": 20, "
        + "\"source\": \"灵国土〔2012〕8号\"}").andExpect(status().isCreated());
    setting("required-documents", "{\"rightKind\": \"FARMLAND_USE\", \"documentKind\": \"POWER_OF_ATTORNEY\", "
        + "\"day\": \"2012-03-07\", \"source\": \"灵国土〔2012〕8号\"}").andExpect(status().isCreated());
    setting("required-documents", "{\"rightKind\": \"FARMLAND_USE\", \"documentKind\": \"POWER_OF_ATTORNEY\", "
        + "\"day\": \"2012-03-09\", \"source\": \"x\"}").andExpect(status().isConflict());
    clock.set(LocalDate.of(2012, 3, 7));
    String after = office.noticedByNow();

    assertThat(notices.latest(before).orElseThrow().workingDays()).isEqualTo(15);
    assertThat(notices.latest(after).orElseThrow().workingDays()).isEqualTo(20);
    http.perform(get("/api/applications/" + after).with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$.requiredDocuments.length()").value(5));
    http.perform(get("/api/applications/" + before).with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$.requiredDocuments.length()").value(4));
    setting("required-documents/end", "{\"rightKind\": \"FARMLAND_USE\", \"documentKind\": \"POWER_OF_ATTORNEY\", "
        + "\"day\": \"2012-03-07\", \"source\": \"灵国土〔2012〕9号\"}").andExpect(status().isOk());
    setting("notice-periods", "{\"rightKind\": \"FARMLAND_USE\", \"validFrom\": \"2012-03-08\", \"workingDays\": 15, "
        + "\"source\": \"灵国土〔2012〕9号\"}").andExpect(status().isCreated());
    clock.set(LocalDate.of(2012, 3, 8));
    String later = office.noticedByNow();
    http.perform(get("/api/applications/" + later).with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$.requiredDocuments.length()").value(4))
        .andExpect(jsonPath("$.notice.workingDays").value(15));
  }

  @Test
  void aCalendarIsEnteredAndANoticeInItsYearCanThenBePublished() throws Exception {
    http.perform(put("/api/settings/calendars/2043").with(httpBasic(REVIEWER, PASSWORD))
        .contentType(MediaType.APPLICATION_JSON).content("{\"source\": \"x\", \"exceptions\": []}"))
        .andExpect(status().isForbidden());
    calendar("{\"source\": \"x\", \"exceptions\": [{\"day\": \"2043-03-09\", \"working\": true, \"name\": \"\"}]}")
        .andExpect(status().is(422));
    calendar("{\"source\": \"国办发明电〔2042〕1号\", \"exceptions\": [{\"day\": \"2043-03-09\", \"working\": false, "
        + "\"name\": \"放假\"}, {\"day\": \"2043-03-14\", \"working\": true, \"name\": \"调休\"}]}")
        .andExpect(status().isOk()).andExpect(jsonPath("$.exceptions.length()").value(2));
    clock.set(LocalDate.of(2043, 3, 6));

    assertThat(notices.latest(office.noticedByNow()).orElseThrow().deadline()).isEqualTo(LocalDate.of(2043, 3, 27));
  }

  @Test
  void anOverrideIsShownWithWhoDecidedItAndPrintedForTheParcel() throws Exception {
    String parcel = office.parcel();
    String id = office.noticed(parcel);
    office.take(APPROVER, id, new Command.ProposeOverride("W1", "政府急办项目", "灵政函〔2012〕3号", clock.today().plusDays(7),
        null, null));

    http.perform(get("/api/applications/" + id).with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$.overrides[0].gate").value("W1"))
        .andExpect(jsonPath("$.overrides[0].status").value("PROPOSED"))
        .andExpect(jsonPath("$.overrides[0].proposedBy").value(APPROVER))
        .andExpect(jsonPath("$.overrides[0].facts[0].zh", startsWith("公示")));
    http.perform(get("/api/parcels/" + parcel + "/registrations").with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$[0].overrides[0].document").value("灵政函〔2012〕3号"));
    http.perform(get("/api/parcels/" + parcel + "/registrations.pdf").with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(status().isOk()).andExpect(content().contentType(MediaType.APPLICATION_PDF));
    http.perform(get("/api/applications/" + id + "/investigation").with(httpBasic(MANAGER, PASSWORD)))
        .andExpect(jsonPath("$.boundaryTable[0].row.monument").value("NONE"))
        .andExpect(jsonPath("$.neighbours[0].standing").value("BOTH_SIGNED"));
  }

  /** From 2016 every certificate after the first costs 10 yuan. */
  @Test
  void coOwnersWhoAskForACertificateEachPayForTheFurtherOnes() {
    clock.set(LocalDate.of(2017, 3, 1));

    assertThat(due(true)).isEqualByComparingTo("570.00");
    assertThat(due(null)).isEqualByComparingTo("550.00");
  }

  private BigDecimal due(@Nullable Boolean separately) {
    List<Holder> holders = Stream.of("华山农场", "大岭村", "黄某")
        .map(name -> new Holder(name, Holder.Type.OTHER, null, null, null, null, 1L, 3L)).toList();
    String id = office.surveyed(office.parcel(), holders, separately);
    return office.as(MANAGER, () -> reading.view(id)).fees().due().amount();
  }

  private List<String> offered(String id) {
    return office.as(APPROVER, () -> reading.view(id)).allowedActions();
  }

  private Command.RefundFees refund(String amount) {
    return new Command.RefundFees(new BigDecimal(amount), "撤回申请", "退费〔2012〕1号", "T-1", clock.today());
  }

  private String lodge(String application) throws Exception {
    String notice = notices.latest(application).orElseThrow().id();
    return http.perform(post("/api/notices/" + notice + "/objections").with(csrf())
        .contentType(MediaType.APPLICATION_JSON).content(OBJECTION)).andExpect(status().isCreated())
        .andReturn().getResponse().getContentAsString();
  }

  private ResultActions ask(String receipt, String code) throws Exception {
    return http.perform(post("/api/notices/answers").with(csrf()).contentType(MediaType.APPLICATION_JSON)
        .content("{\"receipt\": \"%s\", \"code\": \"%s\"}".formatted(receipt, code)));
  }

  private ResultActions flood(String address) throws Exception {
    return http.perform(post("/api/notices/N2012-8888/objections").with(csrf()).with(request -> {
      request.setRemoteAddr(address);
      return request;
    }).contentType(MediaType.APPLICATION_JSON).content(OBJECTION));
  }

  private ResultActions tariff(String person, String body) throws Exception {
    return http.perform(post("/api/fees/tariffs").with(httpBasic(person, PASSWORD))
        .contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions scenario(String day) throws Exception {
    return http.perform(get("/api/fees/scenarios").param("area", "10000").param("landClass", "AGRICULTURAL")
        .param("date", day).with(httpBasic(MANAGER, PASSWORD)));
  }

  private ResultActions setting(String path, String body) throws Exception {
    return http.perform(post("/api/settings/" + path).with(httpBasic(ADMINISTRATOR, PASSWORD))
        .contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private ResultActions calendar(String body) throws Exception {
    return http.perform(put("/api/settings/calendars/2043").with(httpBasic(ADMINISTRATOR, PASSWORD))
        .contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private static String printed(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
