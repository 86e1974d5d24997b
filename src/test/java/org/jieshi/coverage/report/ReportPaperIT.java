package org.jieshi.coverage.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jieshi.parcels.Land.claim;
import static org.jieshi.parcels.Land.code;
import static org.jieshi.parcels.Land.parcel;
import static org.jieshi.parcels.Land.rectangle;
import static org.jieshi.parcels.Land.unit;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jieshi.parcels.AdministrativeKind;
import org.jieshi.parcels.AdministrativeUnits;
import org.jieshi.parcels.ChangeReason;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.parcels.UnitDraft;
import org.jieshi.parcels.UnitFacts;
import org.jieshi.parcels.UnitKind;
import org.jieshi.store.EachDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** The report as it is printed, read back from the file. */
@EachDatabase
@AutoConfigureMockMvc
@Transactional
class ReportPaperIT {

  private static final ChangeReason WHY = new ChangeReason("IMPORT", "1");

  @Autowired AdministrativeUnits administrativeUnits;
  @Autowired SpatialUnits units;
  @Autowired MockMvc http;

  @Test
  void everyFigureStandsWithItsDenominatorAndWhatIsNotKnownIsSaid() throws Exception {
    administrativeUnits.addAll(AdministrativeKind.SUB_FARM, List.of(unit("1", "一分场", rectangle(0, 0, 400, 300))));
    UnitDraft orchard = parcel(code(1), rectangle(0, 0, 100, 100));
    UnitDraft unknown = parcel(code(2), rectangle(200, 0, 100, 50));
    units.add(UnitKind.PARCEL, List.of(new UnitDraft(orchard.code(), orchard.boundary(), orchard.srid(), null, 0.05,
        UnitFacts.NONE.withLandUse("GB/T 21010-2007", "021"), null, null),
        new UnitDraft(unknown.code(), unknown.boundary(), unknown.srid(), null, null, UnitFacts.NONE, null, null)), WHY);
    units.add(UnitKind.CLAIM, List.of(claim("甲", rectangle(80, 0, 100, 100), "证1")), WHY);

    String english = printed("en");
    assertThat(english).contains("Coverage of the land of Huashan State Farm", "Pending: surveyed, not certified 1.3000",
        "Disputed 0.2000 2,000.00 1.67 %", "Unsurveyed 10.5000", "Land due (denominator) 12.0000 120,000.00 100.00 %",
        "一分场 12.0000 0.0000 1.3000 0.2000 10.5000 0.00 %", "021 orchard (2007) 1.0000", "use not on record",
        "Encroached land from", "Open cases by age", "What is not known", "1: 5,000.00 m²; judged most strictly", "page 1 of");
    assertThat(printed("zh")).contains("华山农场土地发证进度报告", "应登记土地（分母） 12.0000", "021 果园 (2007)", "尚不清楚的", "第 1 页 共");
  }

  @Test
  void itIsForPeopleOfTheOffice() throws Exception {
    http.perform(get("/api/coverage/report.pdf")).andExpect(status().isUnauthorized());
  }

  private String printed(String language) throws Exception {
    byte[] file = http.perform(get("/api/coverage/report.pdf").param("lang", language).with(user("admin")))
        .andExpect(status().isOk()).andExpect(content().contentType("application/pdf")).andReturn().getResponse()
        .getContentAsByteArray();
    try (PDDocument document = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
