package org.jieshi.registration.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.ParcelNow;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.RightNature;
import org.jieshi.registration.investigation.TitleFacts;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A notice says holder, location, area, use, kind of right, deadline, and how and where to object (domain sheet §7). */
class NoticeTextTest {

  private static final LandUse ORCHARD = new LandUse("GB/T 21010-2007", "021");
  private static final LocalDate PUBLISHED = LocalDate.of(2012, 3, 5);
  private static final LocalDate DEADLINE = LocalDate.of(2012, 3, 26);
  private static final NoticeFacts ALLOCATED = facts(null, null);

  @Test
  void aNoticeSaysAllThatSomebodyMayObjectToAndHow() {
    assertThat(text(ALLOCATED, "果园")).isEqualTo(new Bilingual("""
        Notice 示2012-0001. The land authority of Lingshan intends to register, for parcel 450721001002GN00001:
        Holder: 华山农场
        Location: 新圩镇
        Area: 12345.67 m² (1.2346 hm²)
        Land use: 果园 021 (GB/T 21010-2007)
        Right: right to use state-owned agricultural land, by allocation
        Posted on the web and at: 场部公告栏
        Whoever disagrees may object from 2012-03-05 until 2012-03-26 inclusive (15 working days), on this page or in writing \
        to this authority, stating name, contact, the ground and the evidence. An objection gets a receipt and a written \
        answer. Without objection the procedure goes on after that day.""", """
        公示 示2012-0001。灵山县土地管理部门拟对宗地 450721001002GN00001 办理登记：
        权利人：华山农场
        坐落：新圩镇
        面积：12345.67 平方米（1.2346 公顷）
        用途：果园 021（GB/T 21010-2007）
        权利类型：国有农用地使用权，权利性质：划拨
        公示地点：本页面及场部公告栏
        对上述内容有异议者，请于 2012-03-05 至 2012-03-26（含当日，共 15 个工作日）在本页面或向本部门书面提出，并写明姓名、联系方式、\
        理由和证据。异议将出具回执并书面答复。期满无异议的，继续办理。"""));
  }

  @Test
  void coOwnersStandThereWithTheirSharesAndARightThatEndsWithItsDay() {
    Bilingual text = text(facts(new Bilingual("held jointly", "共同共有"), LocalDate.of(2062, 3, 5)), "果园");

    assertThat(text.en()).contains("Holder: 华山农场 (held jointly)\n", "by allocation, until 2062-03-05\n");
    assertThat(text.zh()).contains("权利人：华山农场（共同共有）\n", "权利性质：划拨，终止日期：2062-03-05\n");
  }

  @Test
  void aClassWithoutANameIsNamedByItsCode() {
    assertThat(text(ALLOCATED, null).en()).contains("Land use: 021 (GB/T 21010-2007)\n");
    assertThat(text(ALLOCATED, null).zh()).contains("用途：021（GB/T 21010-2007）\n");
  }

  @Test
  void aTitleThatLacksAFactCannotBeMadePublic() {
    TitleFacts whole = title("华山农场", RightKind.FARMLAND_USE, RightNature.ALLOCATION, "新圩镇", ORCHARD);
    ParcelNow parcel = new ParcelNow(1, "450721001002GN00001", 1, "hash", new BigDecimal("12345.67"), 0.05, true);

    assertThat(NoticeFacts.of(whole, Holding.ALONE, parcel)).isEqualTo(ALLOCATED);
    for (TitleFacts lacking : new TitleFacts[] {
        title(null, RightKind.FARMLAND_USE, RightNature.ALLOCATION, "新圩镇", ORCHARD),
        title("华山农场", null, RightNature.ALLOCATION, "新圩镇", ORCHARD),
        title("华山农场", RightKind.FARMLAND_USE, null, "新圩镇", ORCHARD),
        title("华山农场", RightKind.FARMLAND_USE, RightNature.ALLOCATION, null, ORCHARD),
        title("华山农场", RightKind.FARMLAND_USE, RightNature.ALLOCATION, "新圩镇", null)}) {
      assertThat(NoticeFacts.of(lacking, Holding.ALONE, parcel)).isNull();
    }
  }

  private static TitleFacts title(@Nullable String holder, @Nullable RightKind kind, @Nullable RightNature nature,
      @Nullable String location, @Nullable LandUse use) {
    return new TitleFacts(holder, kind, nature, location, null, use, null);
  }

  private static Bilingual text(NoticeFacts facts, @Nullable String useName) {
    return NoticeText.of("示2012-0001", facts, useName, PUBLISHED, 15, DEADLINE, "场部公告栏", new Bilingual("Lingshan", "灵山县"));
  }

  private static NoticeFacts facts(@Nullable Bilingual sharing, @Nullable LocalDate until) {
    return new NoticeFacts("450721001002GN00001", "华山农场", sharing, "新圩镇", new BigDecimal("12345.67"), ORCHARD,
        RightKind.FARMLAND_USE, RightNature.ALLOCATION, until);
  }
}
